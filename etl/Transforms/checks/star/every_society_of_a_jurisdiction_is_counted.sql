-- Grain: one row per month, rule set in effect and society of its jurisdiction that has no coverage row.
SELECT d.calendar_date AS month, r.code AS rule_set_code, s.society_id, s.name AS society_name
FROM dw.loaded_month AS m
JOIN dw.dim_date AS d ON d.date_key = m.month_key
JOIN dw.dim_rule_set AS r ON r.is_current
    AND (r.effective_from IS NULL OR r.effective_from <= m.snapshot_day) AND (r.effective_to IS NULL OR m.snapshot_day < r.effective_to)
JOIN dw.dim_society AS s ON s.superseded_run_id IS NULL AND s.society_key <> 0 AND s.valid_from <= m.snapshot_day AND m.snapshot_day < s.valid_to
JOIN dw.dim_committee AS c ON c.committee_id = s.committee_id AND c.superseded_run_id IS NULL
    AND c.valid_from <= m.snapshot_day AND m.snapshot_day < c.valid_to
JOIN source.region AS g ON g.code = c.region_code AND r.region_code::text = ANY (g.around)
LEFT JOIN dw.fct_coverage_monthly AS f ON f.generation = (SELECT generation FROM dw.published)
    AND f.month_key = m.month_key AND f.rule_set_id = r.rule_set_id AND f.society_id = s.society_id
WHERE f.society_id IS NULL;
