CREATE OR REPLACE VIEW mart.coverage_month AS
SELECT m.calendar_date AS month, r.code AS rule_set_code, r.is_default AS is_default_rule_set
FROM dw.loaded_month l
JOIN dw.dim_rule_set r ON r.rule_set_key = l.rule_set_key
JOIN dw.dim_date m ON m.date_key = l.month_key;
COMMENT ON VIEW mart.coverage_month IS 'Which months of coverage are loaded? One row per month and rule set.';
COMMENT ON COLUMN mart.coverage_month.month IS 'First day of the month.';
COMMENT ON COLUMN mart.coverage_month.rule_set_code IS 'Rule set that the month was computed with.';
COMMENT ON COLUMN mart.coverage_month.is_default_rule_set IS 'True for the rule set to use where no other is wanted.';
GRANT SELECT ON mart.coverage_month TO bi_reader;
