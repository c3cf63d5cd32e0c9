-- Grain: one row per month and snapshot day, where a month has several.
SELECT month_key, snapshot_key, row_count
FROM (
    SELECT month_key, snapshot_key, count(*) AS row_count, count(*) OVER (PARTITION BY month_key) AS day_count
    FROM dw.fct_coverage_monthly
    GROUP BY month_key, snapshot_key
) AS day
WHERE day_count > 1;
