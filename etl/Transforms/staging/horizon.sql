-- Grain: one row: the last day that the star tells, before this load and after it.
CREATE TEMP TABLE horizon ON COMMIT DROP AS
SELECT (SELECT max(snapshot_day) FROM dw.loaded_month) AS day_before, (SELECT max(snapshot_day) FROM load_month) AS day;
ANALYZE horizon;
