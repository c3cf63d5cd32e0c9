-- Runs as its owner: bi_reader sees no table of dw.
CREATE OR REPLACE FUNCTION mart.event_filing_at(known_at timestamptz) RETURNS SETOF mart.event_filing
    LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY EXECUTE dw.view_at('event_filing', known_at);
END $$;
COMMENT ON FUNCTION mart.event_filing_at IS 'mart.event_filing as it stood at a moment: what a report saw that was made then.';
GRANT EXECUTE ON FUNCTION mart.event_filing_at TO bi_reader;
