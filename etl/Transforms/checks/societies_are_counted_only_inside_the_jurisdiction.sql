-- Grain: one row per month, rule set and society whose committee lies outside the rule set's region.
SELECT f.month_key, r.code AS rule_set_code, r.region_code AS jurisdiction, f.society_id, c.region_code
FROM dw.fct_coverage_monthly f
JOIN dw.dim_rule_set r ON r.rule_set_key = f.rule_set_key
JOIN dw.dim_committee c ON c.committee_key = f.committee_key
LEFT JOIN staging.region_within w ON w.ancestor_code = r.region_code AND w.region_code = c.region_code
WHERE w.region_code IS NULL;
