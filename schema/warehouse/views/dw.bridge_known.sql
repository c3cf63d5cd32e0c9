CREATE OR REPLACE FUNCTION dw.bridge_known(load_id bigint) RETURNS text
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
    RETURN 'SELECT ancestor_id, committee_id, valid_from, valid_to FROM dw.bridge_committee' || CASE WHEN load_id IS NULL THEN '' ELSE format(
        ' WHERE load_run_id <= %1$s UNION ALL SELECT ancestor_id, committee_id, valid_from, valid_to '
        'FROM dw.bridge_committee_history WHERE load_run_id <= %1$s AND superseded_run_id > %1$s', load_id) END;
COMMENT ON FUNCTION dw.bridge_known IS 'Which committees stand under which, as a query: today''s, or with a load those that it knew.';
