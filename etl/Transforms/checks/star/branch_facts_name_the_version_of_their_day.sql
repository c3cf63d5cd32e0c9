-- Grain: one row per month and branch whose keys lead to a version of another day or thing.
SELECT f.month_key, f.branch_id, m.snapshot_day, b.valid_from AS branch_from, b.valid_to AS branch_to
FROM dw.fct_branch_monthly AS f
LEFT JOIN dw.loaded_month AS m ON m.month_key = f.month_key
LEFT JOIN dw.dim_branch AS b ON b.branch_key = f.branch_key AND b.branch_id = f.branch_id AND b.superseded_run_id IS NULL
    AND b.valid_from <= m.snapshot_day AND m.snapshot_day < b.valid_to
LEFT JOIN dw.dim_committee AS c ON c.committee_key = f.committee_key AND c.committee_id = f.committee_id AND c.superseded_run_id IS NULL
    AND c.valid_from <= m.snapshot_day AND m.snapshot_day < c.valid_to
WHERE f.generation = (SELECT generation FROM dw.published) AND (b.branch_key IS NULL OR c.committee_key IS NULL);
