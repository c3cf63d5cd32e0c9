-- Grain: one row per month that the load fills.
TRUNCATE staging.load_month;
INSERT INTO staging.load_month (month_key, month, snapshot_key, snapshot_day)
SELECT m.date_key, m.calendar_date, s.date_key, s.calendar_date
FROM staging.load l
JOIN dw.dim_date m ON m.day = 1 AND m.calendar_date <= l.as_of
JOIN dw.dim_date s ON s.calendar_date = least((m.calendar_date + interval '1 month')::date - 1, l.as_of)
WHERE m.calendar_date >= coalesce(l.from_month, date_trunc('month', l.as_of::timestamp))
   -- A month that was last loaded before it ended is completed by the next load. Its rows share one snapshot day, so one row shows it:
   -- looked up for loaded months only, and by the fact's key. Without its order a sequential scan looks as cheap to the planner.
   OR (SELECT NOT d.is_month_end
       FROM dw.loaded_month AS lm
       CROSS JOIN LATERAL (
           SELECT f.snapshot_key FROM dw.fct_coverage_monthly AS f
           WHERE f.month_key = lm.month_key AND f.rule_set_id = lm.rule_set_id
           ORDER BY f.society_id
           LIMIT 1
       ) AS loaded
       JOIN dw.dim_date AS d ON d.date_key = loaded.snapshot_key
       WHERE lm.month_key = m.date_key
       LIMIT 1);
