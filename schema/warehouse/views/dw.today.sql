-- The same as graph.today, for a warehouse in a database of its own.
CREATE OR REPLACE FUNCTION dw.today() RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(nullif(current_setting('graph.today', true), '')::date, (now() AT TIME ZONE interval '8 hours')::date);
COMMENT ON FUNCTION dw.today IS 'Today by Beijing''s calendar; a session that plays another day sets graph.today.';
GRANT EXECUTE ON FUNCTION dw.today TO bi_reader;
