-- Grain: one row per branch and change of its category, its first classification included.
WITH step AS (
    SELECT v.branch_id, v.branch_key, v.committee_id, v.lead_society_id, v.valid_from, v.category,
           lag(v.category) OVER (PARTITION BY v.branch_id ORDER BY v.valid_from) AS category_before
    FROM scope_branch AS s
    JOIN dw.dim_branch AS v ON v.branch_id = s.branch_id AND v.superseded_run_id IS NULL AND v.status <> 'DISSOLVED'
    WHERE s.from_month_key < 99990101
)
SELECT s.branch_id, CASE WHEN s.valid_from > '1900-01-01' THEN to_char(s.valid_from, 'YYYYMMDD')::int ELSE 0 END AS date_key,
       CASE WHEN s.valid_from > '1900-01-01' THEN to_char(s.valid_from, 'YYYYMM')::int * 100 + 1 ELSE 0 END AS month_key,
       s.branch_key, s.committee_id, c.committee_key, coalesce(o.society_key, 0) AS society_key,
       s.category_before AS from_category, s.category AS to_category, 1::smallint AS change,
       coalesce(s.category_before IN ('B', 'C') AND s.category = 'A', false)::int::smallint AS upgrade_to_a
FROM step AS s
JOIN horizon AS h ON s.valid_from <= h.day
JOIN dw.dim_committee AS c ON c.committee_id = s.committee_id AND c.superseded_run_id IS NULL AND c.valid_from <= s.valid_from AND s.valid_from < c.valid_to
LEFT JOIN dw.dim_society AS o ON o.society_id = s.lead_society_id AND o.superseded_run_id IS NULL AND o.valid_from <= s.valid_from AND s.valid_from < o.valid_to
-- A branch that nobody has classified yet has not changed.
WHERE s.category <> coalesce(s.category_before, 'UNCLASSIFIED')
