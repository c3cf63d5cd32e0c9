-- Grain: one row per month of the star; what a load replaces is kept.
INSERT INTO dw.loaded_month_history (month_key, snapshot_day, load_run_id, superseded_run_id)
SELECT o.month_key, o.snapshot_day, o.load_run_id, l.load_run_id
FROM dw.loaded_month AS o
CROSS JOIN load AS l
WHERE o.load_run_id < l.load_run_id
  AND NOT EXISTS (SELECT FROM load_month AS m WHERE (m.month_key, m.snapshot_day) = (o.month_key, o.snapshot_day));
DELETE FROM dw.loaded_month AS l WHERE NOT EXISTS (SELECT FROM load_month AS m WHERE m.month_key = l.month_key);
INSERT INTO dw.loaded_month (month_key, snapshot_day, load_run_id)
SELECT m.month_key, m.snapshot_day, l.load_run_id FROM load_month AS m CROSS JOIN load AS l
ON CONFLICT (month_key) DO UPDATE SET snapshot_day = excluded.snapshot_day, load_run_id = excluded.load_run_id
WHERE dw.loaded_month.snapshot_day <> excluded.snapshot_day;
