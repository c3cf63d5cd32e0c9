-- Grain: one row per rule set whose number of societies differs by more than a tenth from the month before.
-- Severity: warning
SELECT r.code AS rule_set_code, n.month_key, n.societies, n.month_before, n.societies_before
FROM (
    SELECT a.rule_set_id, a.month_key, sum(a.society_count) AS societies,
           lag(a.month_key) OVER w AS month_before, lag(sum(a.society_count)) OVER w AS societies_before,
           row_number() OVER (PARTITION BY a.rule_set_id ORDER BY a.month_key DESC) AS place
    FROM dw.agg_coverage_province AS a
    WHERE a.generation = (SELECT generation FROM load_generation)
      AND a.month_key IN (SELECT month_key FROM load_month ORDER BY month_key DESC LIMIT 2)
    GROUP BY a.rule_set_id, a.month_key
    WINDOW w AS (PARTITION BY a.rule_set_id ORDER BY a.month_key)
) AS n
JOIN dw.dim_rule_set AS r ON r.rule_set_id = n.rule_set_id AND r.is_current
WHERE n.place = 1 AND abs(n.societies - n.societies_before) > 0.1 * n.societies_before;
