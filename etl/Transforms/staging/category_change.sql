-- Grain: one row per branch and change of its category, its first classification included.
TRUNCATE staging.category_change;
WITH step AS (
    SELECT branch_id, branch_key, committee_id, valid_from, category,
           lag(category) OVER (PARTITION BY branch_id ORDER BY valid_from) AS category_before
    FROM dw.dim_branch
    WHERE status <> 'DISSOLVED'
)
INSERT INTO staging.category_change (branch_id, date_key, branch_key, committee_key, from_category, to_category)
SELECT s.branch_id, CASE WHEN s.valid_from > '1900-01-01' THEN to_char(s.valid_from, 'YYYYMMDD')::int END, s.branch_key, c.committee_key,
       s.category_before, s.category
FROM step s
JOIN dw.dim_committee c ON c.committee_id = s.committee_id AND c.valid_from <= s.valid_from AND s.valid_from < c.valid_to
-- A branch that nobody has classified yet has not changed.
WHERE s.category <> coalesce(s.category_before, 'UNCLASSIFIED');
