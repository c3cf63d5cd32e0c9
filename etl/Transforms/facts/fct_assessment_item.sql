-- Grain: one row per result and item of its scheme. The version of the branch is its result's: else each new version would rewrite all items.
SELECT n.assessment_id, k.scheme_item_key, n.branch_id, n.year, coalesce(v.committee_id, 0) AS committee_id, coalesce(v.committee_key, 0) AS committee_key, n.score, n.maximum
FROM (
    SELECT i.*, e.scheme_id
    FROM scope_branch AS s
    JOIN source.assessment_item_score AS i ON i.branch_id = s.branch_id AND i.year >= s.from_month_key / 10000
    JOIN source.assessment AS a ON a.assessment_id = i.assessment_id
    JOIN horizon AS h ON a.issued_on IS NULL AND a.year <= extract(year FROM h.day) OR a.issued_on <= h.day
    LEFT JOIN source.assessment_entry AS e ON e.entry_id = i.entry_id
    WHERE s.from_month_key < 99990101
) AS n
JOIN dw.dim_scheme_item AS k ON k.section = n.section AND k.item_code = n.item_code AND k.maximum = n.maximum AND k.scheme_id IS NOT DISTINCT FROM n.scheme_id
LEFT JOIN branch_year AS v ON v.branch_id = n.branch_id AND v.year = n.year
WHERE NOT EXISTS (SELECT FROM assessment_quarantine AS q WHERE q.source_id = n.assessment_id)
