-- Grain: one row per branch and period with one status and one category.
DELETE FROM dw.dim_branch d
WHERE NOT EXISTS (SELECT FROM staging.branch_version v WHERE v.branch_id = d.branch_id AND v.valid_from = d.valid_from);
INSERT INTO dw.dim_branch (branch_id, name, committee_id, form, status, category, valid_from, valid_to, load_run_id)
SELECT changed.*, l.load_run_id
FROM (
    SELECT v.branch_id, b.name, b.committee_id, b.form, v.status, v.category, v.valid_from, v.valid_to
    FROM staging.branch_version v
    JOIN graph.branch b ON b.id = v.branch_id
    EXCEPT
    SELECT branch_id, name, committee_id, form, status, category, valid_from, valid_to
    FROM dw.dim_branch
) AS changed
CROSS JOIN staging.load l
ON CONFLICT (branch_id, valid_from) DO UPDATE
SET name = excluded.name, committee_id = excluded.committee_id, form = excluded.form, status = excluded.status, category = excluded.category, valid_to = excluded.valid_to, load_run_id = excluded.load_run_id;
ANALYZE dw.dim_branch;
