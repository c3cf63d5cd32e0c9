-- Grain: one row per branch and change of its category, its first classification included.
DELETE FROM dw.fct_category_change f
WHERE NOT EXISTS (SELECT FROM staging.category_change c WHERE c.branch_id = f.branch_id AND c.date_key IS NOT DISTINCT FROM f.date_key);
INSERT INTO dw.fct_category_change (branch_id, date_key, branch_key, committee_key, from_category, to_category, is_upgrade_to_a, load_run_id)
SELECT changed.*, l.load_run_id
FROM (
    SELECT branch_id, date_key, branch_key, committee_key, from_category, to_category,
           coalesce(from_category IN ('B', 'C') AND to_category = 'A', false)::int
    FROM staging.category_change
    EXCEPT
    SELECT branch_id, date_key, branch_key, committee_key, from_category, to_category, is_upgrade_to_a
    FROM dw.fct_category_change
) AS changed
CROSS JOIN staging.load l
ON CONFLICT (branch_id, date_key) DO UPDATE
SET branch_key = excluded.branch_key, committee_key = excluded.committee_key, from_category = excluded.from_category,
    to_category = excluded.to_category, is_upgrade_to_a = excluded.is_upgrade_to_a, load_run_id = excluded.load_run_id;
