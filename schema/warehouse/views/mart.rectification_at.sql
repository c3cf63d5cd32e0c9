-- Runs as its owner: bi_reader sees no table of dw.
CREATE OR REPLACE FUNCTION mart.rectification_at(known_at timestamptz) RETURNS SETOF mart.rectification
    LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY EXECUTE dw.view_at('rectification', known_at);
END $$;
COMMENT ON FUNCTION mart.rectification_at IS 'mart.rectification as it stood at a moment: what a report saw that was made then.';
GRANT EXECUTE ON FUNCTION mart.rectification_at TO bi_reader;
