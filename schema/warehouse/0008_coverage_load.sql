-- What was loaded, for those whom the channel coverage_loaded tells the key of a load.

CREATE VIEW mart.coverage_load AS
SELECT id, as_of, finished_at AS loaded_at, rows
FROM dw.load_run
WHERE status = 'SUCCEEDED';
COMMENT ON VIEW mart.coverage_load IS 'What was loaded when? One row per load that was published.';
COMMENT ON COLUMN mart.coverage_load.id IS 'Key of the load; a later load has a greater one.';
COMMENT ON COLUMN mart.coverage_load.as_of IS 'The day whose state was loaded.';
COMMENT ON COLUMN mart.coverage_load.loaded_at IS 'When the load ended.';
COMMENT ON COLUMN mart.coverage_load.rows IS 'Rows of dimensions and facts that it wrote or removed; 0 where everything stood already.';

CREATE VIEW mart.coverage_load_rule_set AS
SELECT l.id AS load_id, r.code, r.title, r.is_default
FROM dw.load_run l
JOIN dw.dim_rule_set r ON r.is_current
WHERE l.status = 'SUCCEEDED' AND EXISTS (
    SELECT FROM dw.fct_coverage_monthly f
    WHERE f.month_key = to_char(l.as_of, 'YYYYMM01')::int AND f.rule_set_id = r.rule_set_id);
COMMENT ON VIEW mart.coverage_load_rule_set IS 'By which rule sets can the month of a load be asked for? One row per load and rule set in use.';
COMMENT ON COLUMN mart.coverage_load_rule_set.load_id IS 'The load.';
COMMENT ON COLUMN mart.coverage_load_rule_set.code IS 'Code of the rule set.';
COMMENT ON COLUMN mart.coverage_load_rule_set.title IS 'Its title.';
COMMENT ON COLUMN mart.coverage_load_rule_set.is_default IS 'True for the rule set to use where no other is wanted.';
GRANT SELECT ON mart.coverage_load, mart.coverage_load_rule_set TO bi_reader;
