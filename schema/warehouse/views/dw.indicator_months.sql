-- In plpgsql, which keeps its plan: a function in SQL is planned at each call.
CREATE OR REPLACE FUNCTION dw.indicator_months(time_rule text, months text, time_key text, from_month date, to_month date, known int[], days date[], horizon date)
RETURNS TABLE (month_key int, bucket date, day date)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp ROWS 12
AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH calendar AS (
        SELECT m::date AS month, CASE WHEN time_key IS NULL THEN from_month ELSE greatest(from_month, dw.period_start(time_key, m::date)) END AS bucket
        FROM generate_series(from_month::timestamp, to_month::timestamp, interval '1 month') AS m
    ), loaded AS (
        SELECT k.month_key, to_date(k.month_key::text, 'YYYYMMDD') AS month, k.day FROM unnest(known, days) AS k (month_key, day)
    ), within AS (
        SELECT l.month_key, c.bucket, l.day, l.month FROM calendar AS c JOIN loaded AS l ON l.month = c.month
    )
    -- The last month of each bucket, of each year or half-year in it, or before it.
    SELECT w.month_key, w.bucket, w.day
    FROM (
        SELECT *, row_number() OVER (
            PARTITION BY bucket, CASE WHEN time_rule <> 'LAST' THEN dw.period_start(time_rule, month) END ORDER BY month DESC) AS place
        FROM within
        WHERE months = 'LOADED' AND time_rule IN ('LAST', 'YEAR', 'HALF_YEAR')
    ) AS w
    WHERE w.place = 1
    UNION ALL
    -- The month right before; an older one would tell of another opening.
    SELECT l.month_key, b.bucket, l.day
    FROM (SELECT DISTINCT bucket FROM calendar) AS b
    JOIN loaded AS l ON l.month = (b.bucket - interval '1 month')::date
    WHERE months = 'LOADED' AND time_rule = 'OPENING'
    UNION ALL
    SELECT to_char(c.month, 'YYYYMMDD')::int, c.bucket, least((c.month + interval '1 month')::date - 1, horizon)
    FROM calendar AS c
    WHERE months = 'CALENDAR' AND c.month <= horizon
    UNION ALL
    SELECT DISTINCT extract(year FROM c.month)::int * 10000 + 1201, c.bucket, least(make_date(extract(year FROM c.month)::int, 12, 31), horizon)
    FROM calendar AS c
    WHERE months = 'YEARS' AND make_date(extract(year FROM c.month)::int, 1, 1) <= horizon;
END $$;
COMMENT ON FUNCTION dw.indicator_months IS 'Which months of a fact tell each bucket of a period, with the day that they tell.';
