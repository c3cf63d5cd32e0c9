-- Grain: one row per version that begins before the one before it ends.
SELECT dimension, id, valid_from, valid_to_before
FROM (
    SELECT dimension, id, valid_from, lag(valid_to) OVER (PARTITION BY dimension, id ORDER BY valid_from) AS valid_to_before
    FROM (
        SELECT 'dim_committee' AS dimension, committee_id AS id, valid_from, valid_to FROM dw.dim_committee
        UNION ALL SELECT 'dim_society', society_id, valid_from, valid_to FROM dw.dim_society
        UNION ALL SELECT 'dim_branch', branch_id, valid_from, valid_to FROM dw.dim_branch
    ) AS version
) AS pair
WHERE valid_from < valid_to_before;
