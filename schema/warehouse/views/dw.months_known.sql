CREATE OR REPLACE FUNCTION dw.months_known(load_id bigint) RETURNS text
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
    RETURN CASE WHEN load_id IS NULL THEN 'SELECT month_key, snapshot_day FROM dw.loaded_month' ELSE format(
        'SELECT month_key, snapshot_day FROM dw.loaded_month WHERE load_run_id <= %1$s '
        'UNION ALL SELECT month_key, snapshot_day FROM dw.loaded_month_history WHERE load_run_id <= %1$s AND superseded_run_id > %1$s', load_id) END;
COMMENT ON FUNCTION dw.months_known IS 'The months of the star with the days that they tell, as a query: today''s, or with a load those that it knew.';
