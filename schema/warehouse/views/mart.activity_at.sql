-- Runs as its owner: bi_reader sees no table of dw.
CREATE OR REPLACE FUNCTION mart.activity_at(known_at timestamptz) RETURNS SETOF mart.activity
    LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY EXECUTE dw.view_at('activity', known_at);
END $$;
COMMENT ON FUNCTION mart.activity_at IS 'mart.activity as it stood at a moment: what a report saw that was made then.';
GRANT EXECUTE ON FUNCTION mart.activity_at TO bi_reader;
