-- Which day a change holds from, told by whoever makes it.
CREATE OR REPLACE FUNCTION graph.holds_from() RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(nullif(current_setting('graph.holds_from', true), '')::date, graph.today());
COMMENT ON FUNCTION graph.holds_from IS 'First day of what a transaction changes: the day that it states in graph.holds_from, else today.';
