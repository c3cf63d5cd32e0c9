-- Grain: as staging/scope: facts that name a version which this load replaced, or whose days another version took, are computed again.
UPDATE scope_society AS s SET from_month_key = least(s.from_month_key, c.from_month_key)
FROM (SELECT society_id, min(from_month_key) AS from_month_key FROM (
        SELECT id AS society_id, to_char(from_day, 'YYYYMM')::int * 100 + 1 AS from_month_key FROM changed_dim_society
        UNION ALL
        SELECT v.society_id, to_char(c.from_day, 'YYYYMM')::int * 100 + 1
        FROM changed_dim_committee AS c JOIN dw.dim_society AS v ON v.committee_id = c.id AND v.superseded_run_id IS NULL
    ) AS one GROUP BY society_id) AS c
WHERE c.society_id = s.society_id AND c.from_month_key < s.from_month_key;
INSERT INTO scope_society (society_id, from_month_key)
SELECT v.society_id, min(to_char(c.from_day, 'YYYYMM')::int * 100 + 1)
FROM changed_dim_committee AS c JOIN dw.dim_society AS v ON v.committee_id = c.id AND v.superseded_run_id IS NULL
GROUP BY v.society_id
ON CONFLICT DO NOTHING;
WITH shown AS (
    SELECT id AS branch_id, from_day FROM changed_dim_branch
    UNION ALL
    -- Facts of a branch name the version of its lead society.
    SELECT v.branch_id, c.from_day FROM changed_dim_society AS c JOIN dw.dim_branch AS v ON v.lead_society_id = c.id AND v.superseded_run_id IS NULL
    UNION ALL
    SELECT v.branch_id, c.from_day FROM changed_dim_committee AS c JOIN dw.dim_branch AS v ON v.committee_id = c.id AND v.superseded_run_id IS NULL
)
INSERT INTO scope_branch AS s (branch_id, from_month_key)
SELECT branch_id, min(to_char(from_day, 'YYYYMM')::int * 100 + 1) FROM shown GROUP BY branch_id
ON CONFLICT (branch_id) DO UPDATE SET from_month_key = least(s.from_month_key, excluded.from_month_key);
INSERT INTO scope_committee AS s (committee_id, from_month_key)
SELECT id, min(to_char(from_day, 'YYYYMM')::int * 100 + 1) FROM changed_dim_committee GROUP BY id
ON CONFLICT (committee_id) DO UPDATE SET from_month_key = least(s.from_month_key, excluded.from_month_key);
ANALYZE scope_society;
ANALYZE scope_branch;
ANALYZE scope_committee;
