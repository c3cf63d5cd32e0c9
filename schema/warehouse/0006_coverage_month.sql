-- Which months can be asked for. Found month by month through the fact's primary key, so that it costs the same at any number of societies.

CREATE VIEW mart.coverage_month AS
SELECT m.calendar_date AS month, r.code AS rule_set_code, r.is_default AS is_default_rule_set
FROM dw.dim_rule_set r
JOIN dw.dim_date m ON m.date_key % 100 = 1
WHERE EXISTS (
    SELECT FROM dw.fct_coverage_monthly f
    WHERE f.month_key = m.date_key AND f.rule_set_id = r.rule_set_id AND f.rule_set_key = r.rule_set_key);
COMMENT ON VIEW mart.coverage_month IS 'Which months of coverage are loaded? One row per month and rule set.';
COMMENT ON COLUMN mart.coverage_month.month IS 'First day of the month.';
COMMENT ON COLUMN mart.coverage_month.rule_set_code IS 'Rule set that the month was computed with.';
COMMENT ON COLUMN mart.coverage_month.is_default_rule_set IS 'True for the rule set to use where no other is wanted.';
GRANT SELECT ON mart.coverage_month TO bi_reader;
