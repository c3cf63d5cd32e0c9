-- Runs as its owner: bi_reader sees no table of dw.
CREATE OR REPLACE FUNCTION mart.meeting_at(known_at timestamptz) RETURNS SETOF mart.meeting
    LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY EXECUTE dw.view_at('meeting', known_at);
END $$;
COMMENT ON FUNCTION mart.meeting_at IS 'mart.meeting as it stood at a moment: what a report saw that was made then.';
GRANT EXECUTE ON FUNCTION mart.meeting_at TO bi_reader;
