-- Runs as its owner: bi_reader sees no table of dw.
CREATE OR REPLACE FUNCTION mart.period(relative text, known_at timestamptz DEFAULT NULL, OUT from_month date, OUT to_month date)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    present date := (SELECT p.until FROM dw.indicator_period('LAST', NULL, NULL, NULL, mart.at(known_at)) AS p);
    word text := upper(relative);
    grain text := substring(word FROM '^(?:THIS|LAST)_(MONTH|QUARTER|HALF_YEAR|YEAR)$');
BEGIN
    IF grain IS NOT NULL THEN
        from_month := dw.period_start(grain, CASE WHEN word LIKE 'THIS%' THEN present ELSE dw.period_start(grain, present) - 1 END);
        to_month := CASE WHEN word LIKE 'THIS%' THEN present ELSE dw.period_end(grain, from_month) END;
    ELSIF word = 'SAME_MONTH_LAST_YEAR' THEN
        from_month := (dw.period_start('MONTH', present) - interval '1 year')::date;
        to_month := from_month;
    ELSIF word IN ('LAST_12_MONTHS', 'LAST_24_MONTHS', 'LAST_36_MONTHS') THEN
        from_month := (dw.period_start('MONTH', present) - make_interval(months => substring(word FROM '[0-9]+')::int - 1))::date;
        to_month := present;
    ELSE
        PERFORM dw.refuse('SP-INDICATOR-015', format('"%s" is no period.', left(relative, 60)),
            'There are THIS_ and LAST_ with MONTH, QUARTER, HALF_YEAR or YEAR; SAME_MONTH_LAST_YEAR; LAST_12_MONTHS, LAST_24_MONTHS, LAST_36_MONTHS.');
    END IF;
    to_month := dw.period_start('MONTH', to_month);
END $$;
COMMENT ON FUNCTION mart.period IS 'A period as seen from the newest month that is not to come: SELECT v.* FROM mart.period(''LAST_12_MONTHS'') AS p CROSS JOIN mart.indicator_value(''I01'', ''{MONTH}'', p.from_month, p.to_month) AS v.';
GRANT EXECUTE ON FUNCTION mart.period TO bi_reader;
