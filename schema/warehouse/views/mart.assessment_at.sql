-- Runs as its owner: bi_reader sees no table of dw.
CREATE OR REPLACE FUNCTION mart.assessment_at(known_at timestamptz) RETURNS SETOF mart.assessment
    LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY EXECUTE dw.view_at('assessment', known_at);
END $$;
COMMENT ON FUNCTION mart.assessment_at IS 'mart.assessment as it stood at a moment: what a report saw that was made then.';
GRANT EXECUTE ON FUNCTION mart.assessment_at TO bi_reader;
