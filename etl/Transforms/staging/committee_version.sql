-- Grain: one row per committee and period with one parent.
TRUNCATE staging.committee_version;
WITH border (committee_id, day) AS (
    SELECT id, DATE '1900-01-01' FROM graph.committee
    UNION SELECT committee_id, lower(valid_during) FROM graph.committee_parent
    UNION SELECT committee_id, upper(valid_during) FROM graph.committee_parent
), span AS (
    SELECT b.committee_id, b.day, p.parent_id, lag(b.day) OVER w AS day_before, lag(p.parent_id) OVER w AS parent_before
    FROM border b
    LEFT JOIN graph.committee_parent p ON p.committee_id = b.committee_id AND p.valid_during @> b.day
    WHERE b.day >= '1900-01-01' AND b.day < '2100-01-01'
    WINDOW w AS (PARTITION BY b.committee_id ORDER BY b.day)
)
INSERT INTO staging.committee_version (committee_id, parent_id, valid_from, valid_to)
SELECT committee_id, parent_id, day, lead(day, 1, DATE '9999-12-31') OVER (PARTITION BY committee_id ORDER BY day)
FROM span
WHERE day_before IS NULL OR parent_id IS DISTINCT FROM parent_before;
ANALYZE staging.committee_version;
