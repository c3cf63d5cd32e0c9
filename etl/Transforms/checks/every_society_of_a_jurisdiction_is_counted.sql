-- Grain: one row per month of the last load, rule set in effect and society of its jurisdiction that has no coverage row.
SELECT m.month, r.code AS rule_set_code, s.id AS society_id, s.name AS society_name
FROM staging.load_month m
JOIN dw.dim_rule_set r ON r.is_current
    AND (r.effective_from IS NULL OR r.effective_from <= m.snapshot_day) AND (r.effective_to IS NULL OR m.snapshot_day < r.effective_to)
JOIN staging.region_within w ON w.ancestor_code = r.region_code
JOIN graph.committee c ON c.region_code = w.region_code
JOIN graph.society s ON s.committee_id = c.id
-- A society that came after the load is counted by the next one.
WHERE EXISTS (SELECT FROM dw.dim_society d WHERE d.society_id = s.id)
  AND NOT EXISTS (
      SELECT FROM dw.fct_coverage_monthly f
      WHERE f.month_key = m.month_key AND f.rule_set_id = r.rule_set_id AND f.society_id = s.id);
