CREATE OR REPLACE VIEW mart.month AS
SELECT d.calendar_date AS month, m.snapshot_day AS as_of, m.snapshot_day <= dw.today() AS has_come,
       m.snapshot_day = (d.calendar_date + interval '1 month')::date - 1 AS is_whole, m.load_run_id AS load_id, 1 AS warehouse_id
FROM dw.loaded_month AS m
JOIN dw.dim_date AS d ON d.date_key = m.month_key;
COMMENT ON VIEW mart.month IS 'Which months does the warehouse have? One row per month.';
COMMENT ON COLUMN mart.month.month IS 'First day of the month.';
COMMENT ON COLUMN mart.month.as_of IS 'The day whose state the month tells.';
COMMENT ON COLUMN mart.month.has_come IS 'False while that day is to come: no default answer comes from such a month.';
COMMENT ON COLUMN mart.month.is_whole IS 'True where that day is the month''s last.';
COMMENT ON COLUMN mart.month.load_id IS 'The load that wrote it.';
COMMENT ON COLUMN mart.month.warehouse_id IS 'Always 1: the row of mart.warehouse.';
GRANT SELECT ON mart.month TO bi_reader;
