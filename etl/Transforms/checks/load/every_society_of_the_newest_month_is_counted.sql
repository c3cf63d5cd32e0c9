-- Grain: one row per rule set in effect whose number of societies in the newest month is not that of its jurisdiction.
SELECT r.code AS rule_set_code, m.month_key, n.there, f.counted
FROM (SELECT month_key, snapshot_day FROM load_month ORDER BY month_key DESC LIMIT 1) AS m
JOIN dw.dim_rule_set AS r ON r.is_current
    AND (r.effective_from IS NULL OR r.effective_from <= m.snapshot_day) AND (r.effective_to IS NULL OR m.snapshot_day < r.effective_to)
CROSS JOIN LATERAL (
    SELECT count(*) AS there
    FROM dw.dim_society AS s
    JOIN dw.dim_committee AS c ON c.committee_id = s.committee_id AND c.superseded_run_id IS NULL
        AND c.valid_from <= m.snapshot_day AND m.snapshot_day < c.valid_to
    JOIN source.region AS g ON g.code = c.region_code AND r.region_code::text = ANY (g.around)
    WHERE s.superseded_run_id IS NULL AND s.valid_from <= m.snapshot_day AND m.snapshot_day < s.valid_to
) AS n
CROSS JOIN LATERAL (
    SELECT count(*) AS counted FROM dw.fct_coverage_monthly AS f
    WHERE f.generation = (SELECT generation FROM load_generation) AND f.month_key = m.month_key AND f.rule_set_id = r.rule_set_id
) AS f
WHERE n.there <> f.counted;
