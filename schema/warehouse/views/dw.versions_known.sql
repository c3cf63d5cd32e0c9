CREATE OR REPLACE FUNCTION dw.versions_known(dimension text, load_id bigint) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    columns text := (
        SELECT string_agg('v.' || quote_ident(a.attname), ', ' ORDER BY a.attnum)
        FROM pg_attribute AS a
        WHERE a.attrelid = to_regclass('dw.' || dimension) AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
          AND a.attname NOT IN ('valid_to', 'load_run_id', 'superseded_run_id'));
BEGIN
    IF load_id IS NULL THEN
        RETURN format('SELECT %s, v.valid_to FROM dw.%I AS v WHERE v.superseded_run_id IS NULL', columns, dimension);
    END IF;
    -- A version never changes what it says; the end that it had is kept where a later load moved it.
    RETURN format(
        'SELECT %1$s, v.valid_to FROM dw.%2$I AS v WHERE coalesce(v.load_run_id, 0) <= %3$s AND coalesce(v.superseded_run_id > %3$s, true) '
        'UNION ALL SELECT %1$s, e.valid_to FROM dw.dim_version_end AS e JOIN dw.%2$I AS v ON v.%4$I = e.version_key '
        'WHERE e.dimension = %2$L AND e.load_run_id <= %3$s AND e.superseded_run_id > %3$s',
        columns, dimension, load_id, substr(dimension, 5) || '_key');
END $$;
COMMENT ON FUNCTION dw.versions_known IS 'The versions of a dimension, such as dim_society, as a query: those that hold, or with a load those that it knew.';
