-- Grain: one row per month, rule set and society whose keys lead to a version of another day or thing.
SELECT f.month_key, f.rule_set_id, f.society_id, m.snapshot_day, s.valid_from AS society_from, s.valid_to AS society_to,
       c.valid_from AS committee_from, c.valid_to AS committee_to
FROM dw.fct_coverage_monthly AS f
LEFT JOIN dw.loaded_month AS m ON m.month_key = f.month_key
LEFT JOIN dw.dim_society AS s ON s.society_key = f.society_key AND s.society_id = f.society_id AND s.superseded_run_id IS NULL
    AND s.valid_from <= m.snapshot_day AND m.snapshot_day < s.valid_to
LEFT JOIN dw.dim_committee AS c ON c.committee_key = f.committee_key AND c.committee_id = f.committee_id AND c.superseded_run_id IS NULL
    AND c.valid_from <= m.snapshot_day AND m.snapshot_day < c.valid_to
LEFT JOIN dw.dim_rule_set AS r ON r.rule_set_key = f.rule_set_key AND r.rule_set_id = f.rule_set_id
WHERE f.generation = (SELECT generation FROM dw.published)
  AND (s.society_key IS NULL OR c.committee_key IS NULL OR r.rule_set_key IS NULL);
