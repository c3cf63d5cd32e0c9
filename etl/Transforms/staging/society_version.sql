-- Grain: one row per society and period with one lead supporting unit.
TRUNCATE staging.society_version;
WITH carried AS (
    SELECT society_id, supporting_unit_id, valid_during FROM graph.society_supporting_unit WHERE is_lead
), border (society_id, day) AS (
    SELECT id, DATE '1900-01-01' FROM graph.society
    UNION SELECT society_id, lower(valid_during) FROM carried
    UNION SELECT society_id, upper(valid_during) FROM carried
), span AS (
    SELECT b.society_id, b.day, c.supporting_unit_id, lag(b.day) OVER w AS day_before, lag(c.supporting_unit_id) OVER w AS unit_before
    FROM border b
    LEFT JOIN carried c ON c.society_id = b.society_id AND c.valid_during @> b.day
    WHERE b.day >= '1900-01-01' AND b.day < '2100-01-01'
    WINDOW w AS (PARTITION BY b.society_id ORDER BY b.day)
)
INSERT INTO staging.society_version (society_id, lead_supporting_unit_id, valid_from, valid_to)
SELECT society_id, supporting_unit_id, day, lead(day, 1, DATE '9999-12-31') OVER (PARTITION BY society_id ORDER BY day)
FROM span
WHERE day_before IS NULL OR supporting_unit_id IS DISTINCT FROM unit_before;
ANALYZE staging.society_version;
