-- Runs as its owner: bi_reader sees no table of dw. Before the first load there is nothing to name.
CREATE OR REPLACE FUNCTION mart.known_day(day date) RETURNS date
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    loaded record;
BEGIN
    SELECT min(m.month) AS first, max(m.month) AS last INTO loaded FROM mart.coverage_month AS m;
    IF known_day.day < loaded.first THEN
        PERFORM dw.refuse('SP-INDICATOR-022', format('No month is loaded up to %s.', known_day.day),
            format('Loaded are %s to %s.', to_char(loaded.first, 'YYYY-MM'), to_char(loaded.last, 'YYYY-MM')));
    END IF;
    RETURN known_day.day;
END $$;
COMMENT ON FUNCTION mart.known_day IS 'The day as it was given; one before the first month that is loaded is an error: WHERE month <= mart.known_day(''2023-12-31'').';
GRANT EXECUTE ON FUNCTION mart.known_day TO bi_reader;
