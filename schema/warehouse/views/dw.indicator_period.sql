-- Which months a question is about. No default answer comes from a day to come; a day that is named may.
CREATE OR REPLACE FUNCTION dw.indicator_period(
    time_rule text, time_key text, from_month date, to_month date, load_id bigint,
    OUT since date, OUT until date, OUT known int[], OUT days date[], OUT horizon date)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    today date;
    present date;
    newest date;
    length text := CASE WHEN time_rule = 'HALF_YEAR' THEN 'HALF_YEAR' ELSE 'YEAR' END;
BEGIN
    EXECUTE format('SELECT coalesce(array_agg(m.month_key ORDER BY m.month_key), ''{}''), coalesce(array_agg(m.snapshot_day ORDER BY m.month_key), ''{}'') FROM (%s) AS m',
        dw.months_known(load_id)) INTO known, days;
    SELECT coalesce(r.horizon, r.as_of), CASE WHEN load_id IS NULL THEN dw.today() ELSE least(coalesce(r.horizon, r.as_of), (r.finished_at AT TIME ZONE 'Asia/Shanghai')::date) END
    INTO horizon, today
    FROM dw.load_run AS r
    WHERE r.id = coalesce(load_id, (SELECT p.load_run_id FROM dw.published AS p));
    today := coalesce(today, dw.today());
    present := coalesce((SELECT max(date_trunc('month', d::timestamp)::date) FROM unnest(days) AS d WHERE d <= today), date_trunc('month', today::timestamp)::date);
    newest := coalesce(date_trunc('month', to_month::timestamp)::date, present);
    -- Years and half-years are told whole, where the question names no month: the last that has ended, if the star holds one.
    IF to_month IS NULL AND from_month IS NULL AND time_key IS NULL AND time_rule IN ('YEAR', 'HALF_YEAR') THEN
        newest := coalesce((
            SELECT max(d) FROM unnest(days) AS d
            WHERE d <= today AND d = dw.period_end(length, d)), newest);
        newest := date_trunc('month', newest::timestamp)::date;
    END IF;
    since := coalesce(
        date_trunc('month', from_month::timestamp)::date,
        CASE WHEN time_key IS NOT NULL THEN least((SELECT min(to_date(k::text, 'YYYYMMDD')) FROM unnest(known) AS k), newest)
             WHEN time_rule = 'LAST' THEN newest
             ELSE dw.period_start(length, newest) END);
    until := dw.period_end('MONTH', newest);
    IF since > until OR since < '1900-01-01' OR until > '2199-12-31' THEN
        PERFORM dw.refuse('SP-INDICATOR-009', format('%s to %s is no period.', since, until), 'The first month comes before the last, between 1900 and 2199.');
    END IF;
END $$;
COMMENT ON FUNCTION dw.indicator_period IS 'The months from since to until that a question is about, the months that the star knows with their days, and the last day that it tells.';
