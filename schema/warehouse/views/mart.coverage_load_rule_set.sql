-- OFFSET 0: see mart.coverage_month.
CREATE OR REPLACE VIEW mart.coverage_load_rule_set AS
SELECT l.id AS load_id, r.code, r.title, r.is_default
FROM dw.load_run AS l
JOIN dw.dim_rule_set AS r ON r.is_current
WHERE l.status = 'SUCCEEDED' AND EXISTS (
    SELECT FROM dw.known_figure AS a
    WHERE a.month_key = to_char(l.as_of, 'YYYYMM01')::int AND a.rule_set_id = r.rule_set_id
    OFFSET 0);
COMMENT ON VIEW mart.coverage_load_rule_set IS 'By which rule sets can the month of a load be asked for? One row per load and rule set in use.';
COMMENT ON COLUMN mart.coverage_load_rule_set.load_id IS 'The load.';
COMMENT ON COLUMN mart.coverage_load_rule_set.code IS 'Code of the rule set.';
COMMENT ON COLUMN mart.coverage_load_rule_set.title IS 'Its title.';
COMMENT ON COLUMN mart.coverage_load_rule_set.is_default IS 'True for the rule set to use where no other is wanted.';
GRANT SELECT ON mart.coverage_load_rule_set TO bi_reader;
