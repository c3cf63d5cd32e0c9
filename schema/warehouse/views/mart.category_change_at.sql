-- Runs as its owner: bi_reader sees no table of dw.
CREATE OR REPLACE FUNCTION mart.category_change_at(known_at timestamptz) RETURNS SETOF mart.category_change
    LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RETURN QUERY EXECUTE dw.view_at('category_change', known_at);
END $$;
COMMENT ON FUNCTION mart.category_change_at IS 'mart.category_change as it stood at a moment: what a report saw that was made then.';
GRANT EXECUTE ON FUNCTION mart.category_change_at TO bi_reader;
