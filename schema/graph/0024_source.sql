-- What a warehouse reads of the graph, and no more of it: views with keys, days, codes and numbers, without a person's name. A warehouse in a
-- database of its own copies them.
CREATE SCHEMA source;
COMMENT ON SCHEMA source IS 'The graph as a warehouse reads it: keys, days, codes and numbers, no names of people.';
