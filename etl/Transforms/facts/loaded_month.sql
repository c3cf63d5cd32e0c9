-- Grain: one row per month of the star.
DELETE FROM dw.loaded_month AS l WHERE NOT EXISTS (SELECT FROM load_month AS m WHERE m.month_key = l.month_key);
INSERT INTO dw.loaded_month (month_key, snapshot_day, load_run_id)
SELECT m.month_key, m.snapshot_day, l.load_run_id FROM load_month AS m CROSS JOIN load AS l
ON CONFLICT (month_key) DO UPDATE SET snapshot_day = excluded.snapshot_day, load_run_id = excluded.load_run_id
WHERE dw.loaded_month.snapshot_day <> excluded.snapshot_day;
