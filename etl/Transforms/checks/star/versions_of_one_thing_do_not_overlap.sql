-- Grain: one row per version that begins before the one before it ends.
SELECT dimension, id, valid_from, valid_to_before
FROM (
    SELECT dimension, id, valid_from, lag(valid_to) OVER (PARTITION BY dimension, id ORDER BY valid_from) AS valid_to_before
    FROM (
        SELECT 'dim_committee' AS dimension, committee_id AS id, valid_from, valid_to FROM dw.dim_committee WHERE superseded_run_id IS NULL
        UNION ALL SELECT 'dim_society', society_id, valid_from, valid_to FROM dw.dim_society WHERE superseded_run_id IS NULL
        UNION ALL SELECT 'dim_branch', branch_id, valid_from, valid_to FROM dw.dim_branch WHERE superseded_run_id IS NULL
        UNION ALL SELECT 'dim_supporting_unit', supporting_unit_id, valid_from, valid_to FROM dw.dim_supporting_unit WHERE superseded_run_id IS NULL
    ) AS version
) AS pair
WHERE valid_from < valid_to_before;
