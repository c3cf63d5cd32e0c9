-- Grain: one row per month, rule set and society whose committee lies outside the rule set's region.
SELECT f.month_key, r.code AS rule_set_code, r.region_code AS jurisdiction, f.society_id, c.region_code
FROM dw.fct_coverage_monthly AS f
JOIN dw.dim_rule_set AS r ON r.rule_set_key = f.rule_set_key
JOIN dw.dim_committee AS c ON c.committee_key = f.committee_key
LEFT JOIN source.region AS g ON g.code = c.region_code AND r.region_code::text = ANY (g.around)
WHERE f.generation = (SELECT generation FROM dw.published) AND g.code IS NULL;
