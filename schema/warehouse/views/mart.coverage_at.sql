-- Runs as its owner: bi_reader sees no table of dw.
CREATE OR REPLACE FUNCTION mart.coverage_at(known_at timestamptz) RETURNS SETOF mart.coverage_history
    LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY EXECUTE dw.view_at('coverage_history', known_at);
END $$;
COMMENT ON FUNCTION mart.coverage_at IS 'mart.coverage_history as it stood at a moment: what a report saw that was made then.';
GRANT EXECUTE ON FUNCTION mart.coverage_at TO bi_reader;
