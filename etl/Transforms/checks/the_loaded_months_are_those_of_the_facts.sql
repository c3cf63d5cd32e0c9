-- Grain: one row per month and rule set whose number of facts is not the one listed.
SELECT coalesce(l.month_key, f.month_key) AS month_key, coalesce(l.rule_set_id, f.rule_set_id) AS rule_set_id,
       l.society_count AS listed, f.society_count AS counted
FROM dw.loaded_month l
FULL JOIN (
    SELECT month_key, rule_set_id, count(*) AS society_count FROM dw.fct_coverage_monthly GROUP BY month_key, rule_set_id
) AS f USING (month_key, rule_set_id)
WHERE l.society_count IS DISTINCT FROM f.society_count;
