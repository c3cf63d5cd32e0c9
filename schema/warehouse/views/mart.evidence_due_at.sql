-- Runs as its owner: bi_reader sees no table of dw.
CREATE OR REPLACE FUNCTION mart.evidence_due_at(known_at timestamptz) RETURNS SETOF mart.evidence_due_history
    LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY EXECUTE dw.view_at('evidence_due_history', known_at);
END $$;
COMMENT ON FUNCTION mart.evidence_due_at IS 'mart.evidence_due_history as it stood at a moment: what a report saw that was made then.';
GRANT EXECUTE ON FUNCTION mart.evidence_due_at TO bi_reader;
