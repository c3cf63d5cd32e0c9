-- Runs as its owner: bi_reader sees no table of dw.
CREATE OR REPLACE FUNCTION mart.at(known_at timestamptz) RETURNS bigint
    LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    found bigint := (SELECT max(r.id) FROM dw.load_run AS r WHERE r.status = 'SUCCEEDED' AND r.finished_at <= known_at);
BEGIN
    IF found IS NULL THEN
        PERFORM dw.refuse('SP-INDICATOR-003', format('Nothing was loaded by %s.', known_at),
            coalesce('The first load ended at ' || (SELECT min(r.finished_at) FROM dw.load_run AS r WHERE r.status = 'SUCCEEDED') || '.', 'Nothing is loaded yet.'));
    END IF;
    RETURN found;
END $$;
COMMENT ON FUNCTION mart.at IS 'The load whose star stood at a moment: SELECT mart.at(''2026-03-01 09:00+08''). What it knew: mart.coverage_at(...) and its kin.';
GRANT EXECUTE ON FUNCTION mart.at TO bi_reader;
