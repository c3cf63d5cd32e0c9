-- Grain: one row per stretch of days that the star passes over in this load; what begins or ends in it changes without being touched.
CREATE TEMP TABLE due_window ON COMMIT DROP AS
SELECT w.after_day, w.last_day
FROM (
    SELECT snapshot_day_before AS after_day, snapshot_day AS last_day FROM load_month WHERE NOT is_new AND snapshot_day > snapshot_day_before
    UNION
    SELECT day_before, day FROM horizon WHERE day > day_before
) AS w
WHERE NOT (SELECT is_full FROM load);
ANALYZE due_window;
