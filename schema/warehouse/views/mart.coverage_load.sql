CREATE OR REPLACE VIEW mart.coverage_load AS
SELECT id, as_of, finished_at AS loaded_at,
       -- They tell of the rows of all committees.
       CASE WHEN (SELECT dw.sees_everything()) THEN rows ELSE 0 END AS rows
FROM dw.load_run
WHERE status = 'SUCCEEDED';
COMMENT ON VIEW mart.coverage_load IS 'What was loaded when? One row per load that was published.';
COMMENT ON COLUMN mart.coverage_load.id IS 'Key of the load; a later load has a greater one.';
COMMENT ON COLUMN mart.coverage_load.as_of IS 'The day whose state was loaded.';
COMMENT ON COLUMN mart.coverage_load.loaded_at IS 'When the load ended.';
COMMENT ON COLUMN mart.coverage_load.rows IS 'Rows of dimensions and facts that it wrote or removed; 0 where everything stood already, and for who sees a part of them.';
GRANT SELECT ON mart.coverage_load TO bi_reader;
