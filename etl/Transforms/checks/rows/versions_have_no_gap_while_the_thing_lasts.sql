-- Grain: one row per days between two versions of one thing on which it was there by the source.
SELECT v.dimension, v.id, v.valid_to_before AS gap_from, v.valid_from AS gap_to
FROM (
    SELECT dimension, id, valid_from, lag(valid_to) OVER (PARTITION BY dimension, id ORDER BY valid_from) AS valid_to_before
    FROM (
        SELECT 'dim_committee' AS dimension, committee_id AS id, valid_from, valid_to FROM dw.dim_committee WHERE superseded_run_id IS NULL
        UNION ALL SELECT 'dim_society', society_id, valid_from, valid_to FROM dw.dim_society WHERE superseded_run_id IS NULL
        UNION ALL SELECT 'dim_branch', branch_id, valid_from, valid_to FROM dw.dim_branch WHERE superseded_run_id IS NULL
        UNION ALL SELECT 'dim_supporting_unit', supporting_unit_id, valid_from, valid_to FROM dw.dim_supporting_unit WHERE superseded_run_id IS NULL
    ) AS version
) AS v
WHERE v.valid_to_before < v.valid_from AND EXISTS (
    SELECT FROM (
        SELECT 'dim_committee' AS dimension, committee_id AS id, valid_from, valid_to FROM new_dim_committee
        UNION ALL SELECT 'dim_society', society_id, valid_from, valid_to FROM new_dim_society
        UNION ALL SELECT 'dim_branch', branch_id, valid_from, valid_to FROM new_dim_branch
        UNION ALL SELECT 'dim_supporting_unit', supporting_unit_id, valid_from, valid_to FROM new_dim_supporting_unit
    ) AS n
    WHERE (n.dimension, n.id) = (v.dimension, v.id) AND n.valid_from < v.valid_from AND v.valid_to_before < n.valid_to
);
