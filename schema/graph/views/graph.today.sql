CREATE OR REPLACE FUNCTION graph.today() RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(nullif(current_setting('graph.today', true), '')::date, (now() AT TIME ZONE 'Asia/Shanghai')::date);
COMMENT ON FUNCTION graph.today IS 'Today by Beijing''s calendar; a session that plays another day sets graph.today.';
