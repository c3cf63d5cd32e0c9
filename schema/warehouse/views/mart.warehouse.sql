CREATE OR REPLACE VIEW mart.warehouse AS
SELECT 1 AS id, l.id AS load_id, (SELECT max(m.snapshot_day) FROM dw.loaded_month AS m WHERE m.snapshot_day <= dw.today()) AS as_of, l.finished_at AS loaded_at,
       floor(extract(epoch FROM clock_timestamp() - l.finished_at))::bigint AS freshness
FROM dw.published AS p
LEFT JOIN dw.load_run AS l ON l.id = p.load_run_id;
COMMENT ON VIEW mart.warehouse IS 'How fresh is the warehouse? One row.';
COMMENT ON COLUMN mart.warehouse.id IS 'Always 1.';
COMMENT ON COLUMN mart.warehouse.load_id IS 'The last load; null while there is none.';
COMMENT ON COLUMN mart.warehouse.as_of IS 'The last day, not to come, that its months tell.';
COMMENT ON COLUMN mart.warehouse.loaded_at IS 'When the last load ended.';
COMMENT ON COLUMN mart.warehouse.freshness IS 'Seconds since then.';
GRANT SELECT ON mart.warehouse TO bi_reader;
