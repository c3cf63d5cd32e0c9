-- Grain: one row per key of the names of supporting units. Units of two regions may have one name, so the number says of how many writings.
INSERT INTO known_name (thing, key, name, thing_count)
SELECT 'SupportingUnit', graph.name_key(u.name), min(u.name), count(DISTINCT u.name)::int
FROM graph.supporting_unit u
GROUP BY graph.name_key(u.name);
ANALYZE known_name;

INSERT INTO known_letter (thing, name) SELECT DISTINCT 'SupportingUnit', u.name FROM graph.supporting_unit u;
ANALYZE known_letter;
