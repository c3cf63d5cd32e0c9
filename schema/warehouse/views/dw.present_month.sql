CREATE OR REPLACE VIEW dw.present_month AS
SELECT max(d.calendar_date) AS month
FROM dw.loaded_month AS l
JOIN dw.dim_date AS d ON d.date_key = l.month_key
WHERE l.snapshot_day <= dw.today();
COMMENT ON VIEW dw.present_month IS 'The newest month whose day is not to come: default answers come from it. One row.';
COMMENT ON COLUMN dw.present_month.month IS 'Its first day; null while nothing is loaded.';
