-- Grain: one row per month, rule set and society whose keys lead to a version of another day or thing.
SELECT f.month_key, f.rule_set_id, f.society_id, d.calendar_date AS snapshot_day,
       s.valid_from AS society_from, s.valid_to AS society_to, c.valid_from AS committee_from, c.valid_to AS committee_to
FROM dw.fct_coverage_monthly f
JOIN dw.dim_date d ON d.date_key = f.snapshot_key
LEFT JOIN dw.dim_society s ON s.society_key = f.society_key AND s.society_id = f.society_id
    AND s.valid_from <= d.calendar_date AND d.calendar_date < s.valid_to
LEFT JOIN dw.dim_committee c ON c.committee_key = f.committee_key AND c.committee_id = f.committee_id
    AND c.valid_from <= d.calendar_date AND d.calendar_date < c.valid_to
LEFT JOIN dw.dim_rule_set r ON r.rule_set_key = f.rule_set_key AND r.rule_set_id = f.rule_set_id
WHERE s.society_key IS NULL OR c.committee_key IS NULL OR r.rule_set_key IS NULL;
