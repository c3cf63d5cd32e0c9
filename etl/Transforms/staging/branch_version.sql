-- Grain: one row per branch and period with one status and one category.
TRUNCATE staging.branch_version;
WITH border (branch_id, day) AS (
    SELECT id, DATE '1900-01-01' FROM graph.branch
    UNION SELECT branch_id, lower(valid_during) FROM graph.branch_status_period
    UNION SELECT branch_id, upper(valid_during) FROM graph.branch_status_period
    UNION SELECT branch_id, lower(valid_during) FROM graph.branch_category_period
    UNION SELECT branch_id, upper(valid_during) FROM graph.branch_category_period
), day AS (
    -- On a day without a category period the branch is UNCLASSIFIED; without a status it is not there yet.
    SELECT b.branch_id, b.day, s.status, coalesce(c.category, 'UNCLASSIFIED') AS category
    FROM border b
    LEFT JOIN graph.branch_status_period s ON s.branch_id = b.branch_id AND s.valid_during @> b.day
    LEFT JOIN graph.branch_category_period c ON c.branch_id = b.branch_id AND c.valid_during @> b.day
    WHERE b.day >= '1900-01-01' AND b.day < '2100-01-01'
), span AS (
    SELECT *, lag(day) OVER w AS day_before, lag(status) OVER w AS status_before, lag(category) OVER w AS category_before
    FROM day
    WINDOW w AS (PARTITION BY branch_id ORDER BY day)
), version AS (
    SELECT branch_id, status, category, day AS valid_from,
           lead(day, 1, DATE '9999-12-31') OVER (PARTITION BY branch_id ORDER BY day) AS valid_to
    FROM span
    WHERE day_before IS NULL OR (status, category) IS DISTINCT FROM (status_before, category_before)
)
INSERT INTO staging.branch_version (branch_id, status, category, valid_from, valid_to)
SELECT branch_id, status, category, valid_from, valid_to
FROM version
WHERE status IS NOT NULL;
ANALYZE staging.branch_version;
