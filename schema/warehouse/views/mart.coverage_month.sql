-- OFFSET 0 keeps the planner from reading all figures of all months first: one of each is enough. Months come the newest first, so that who takes the newest
-- alone looks for the figures of that one; their days are made from their keys, because nobody knows that the calendar's have the same order.
CREATE OR REPLACE VIEW mart.coverage_month AS
SELECT m.month, r.code AS rule_set_code, r.is_default AS is_default_rule_set, m.snapshot_day,
       m.snapshot_day <= dw.today() AS has_come
FROM (
    SELECT l.month_key, l.snapshot_day, make_date(l.month_key / 10000, l.month_key / 100 % 100, 1) AS month
    FROM dw.loaded_month AS l ORDER BY 3 DESC OFFSET 0) AS m
JOIN dw.dim_rule_set AS r ON r.is_current
WHERE EXISTS (
    SELECT FROM dw.known_figure AS a
    WHERE a.rule_set_id = r.rule_set_id AND a.month_key = m.month_key
    OFFSET 0);
COMMENT ON VIEW mart.coverage_month IS 'Which months of coverage are loaded? One row per month and rule set.';
COMMENT ON COLUMN mart.coverage_month.month IS 'First day of the month.';
COMMENT ON COLUMN mart.coverage_month.rule_set_code IS 'Rule set that the month was computed with.';
COMMENT ON COLUMN mart.coverage_month.is_default_rule_set IS 'True for the rule set to use where no other is wanted.';
COMMENT ON COLUMN mart.coverage_month.snapshot_day IS 'The day whose state the month tells.';
COMMENT ON COLUMN mart.coverage_month.has_come IS 'False while that day is to come: no default answer comes from such a month.';
GRANT SELECT ON mart.coverage_month TO bi_reader;
