-- Grain: one row per month of the star: those that are loaded, those from --from to --as-of, and that of --as-of.
-- A finished month is not turned back into a part of one unless --from asks for it.
CREATE TEMP TABLE load_month ON COMMIT DROP AS
SELECT m.month_key, m.month,
       d.snapshot_day,
       l.snapshot_day AS snapshot_day_before,
       -- Computed for everybody: a month that nobody computed yet, or one that goes back to an earlier day.
       p.is_full OR l.month_key IS NULL OR d.snapshot_day < l.snapshot_day AS is_new,
       to_char(d.snapshot_day, 'YYYYMMDD')::int AS snapshot_key,
       -- The last day on which an activity had been held a year before or longer.
       CASE WHEN ((d.snapshot_day - interval '1 year')::date + 1 + interval '1 year')::date <= d.snapshot_day
            THEN (d.snapshot_day - interval '1 year')::date + 1 ELSE (d.snapshot_day - interval '1 year')::date END AS year_before,
       date_trunc('year', m.month::timestamp)::date - 1 AS last_year_end
FROM load AS p
CROSS JOIN LATERAL (
    SELECT month_key, to_date(month_key::text, 'YYYYMMDD') AS month FROM dw.loaded_month
    UNION
    SELECT to_char(day, 'YYYYMM')::int * 100 + 1, day::date
    FROM generate_series(coalesce(p.from_month, date_trunc('month', p.as_of::timestamp)::date)::timestamp, p.as_of::timestamp, interval '1 month') AS day
) AS m
LEFT JOIN dw.loaded_month AS l ON l.month_key = m.month_key
CROSS JOIN LATERAL (SELECT least((m.month + interval '1 month')::date - 1, p.as_of) AS by_request,
    m.month <= p.as_of AND m.month >= coalesce(p.from_month, date_trunc('month', p.as_of::timestamp)::date) AS is_asked) AS a
CROSS JOIN LATERAL (SELECT CASE
    WHEN l.month_key IS NULL THEN a.by_request
    WHEN a.is_asked AND p.from_month IS NOT NULL THEN a.by_request
    ELSE greatest(l.snapshot_day, a.by_request)
END AS snapshot_day) AS d
WHERE (a.is_asked OR l.month_key IS NOT NULL) AND NOT EXISTS (SELECT FROM unloaded AS u WHERE u.month_key = m.month_key);
ALTER TABLE load_month ADD PRIMARY KEY (month_key);
ANALYZE load_month;
