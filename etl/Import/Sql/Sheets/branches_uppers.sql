-- Grain: one row per row that names another place than the graph has on its day, with who is to lead it. Everything is as after the file; what the
-- file adds has its position as a negative key.
WITH RECURSIVE thing AS (
    SELECT b.id AS key, b.name, coalesce(r.form, b.form) AS form, coalesce(r.status, b.status) AS status,
           coalesce(r.status_since, b.status_since) AS since, coalesce(r.ends_on, b.ends_on) AS ends_on, r.position, b.id AS branch_id
    FROM graph.branch b LEFT JOIN sheet_row r ON r.branch_id = b.id
    WHERE b.id IN (SELECT branch_id FROM sheet_row WHERE moves UNION SELECT parent_id FROM sheet_row WHERE moves)
    UNION ALL
    SELECT -r.position, r.name, coalesce(r.form, r.form_derived, 'BRANCH'), coalesce(r.status, 'ESTABLISHED'), r.status_since, r.ends_on, r.position, NULL
    FROM sheet_row r WHERE r.branch_id IS NULL
), asked AS (
    SELECT r.position, coalesce(r.branch_id, -r.position) AS lower, coalesce(r.parent_id, -r.parent_position) AS upper, r.parent_day AS day
    FROM sheet_row r WHERE r.moves
), edge AS (
    SELECT a.lower, a.upper, daterange(a.day, NULL) AS days FROM asked a
    UNION ALL
    SELECT p.branch_id, p.parent_id, p.valid_during * daterange(NULL, a.day) FROM graph.branch_parent p LEFT JOIN asked a ON a.lower = p.branch_id
), above AS (
    SELECT a.position, a.lower, a.day, a.upper AS key FROM asked a
    UNION
    SELECT v.position, v.lower, v.day, e.upper FROM above v JOIN edge e ON e.lower = v.key AND e.days && daterange(v.day, NULL)
), stands AS (
    SELECT s.branch_id AS key, s.society_id FROM graph.branch_society s
    WHERE NOT EXISTS (SELECT FROM sheet_row r JOIN sheet_row_society w USING (position) WHERE r.branch_id = s.branch_id)
    UNION ALL
    SELECT coalesce(r.branch_id, -r.position), s.society_id FROM sheet_row_society s JOIN sheet_row r USING (position)
)
SELECT a.position AS "Position", l.name AS "Lower", l.status AS "LowerStatus", l.since AS "LowerSince", l.form AS "LowerForm", l.ends_on AS "LowerEndsOn",
       CASE WHEN l.branch_id IS NULL THEN l.since ELSE begun.day END AS "LowerBegun",
       u.name AS "Name", u.status AS "Status", u.since AS "Since", u.form AS "Form", u.ends_on AS "EndsOn", a.day AS "Day",
       EXISTS (SELECT FROM above v WHERE v.position = a.position AND v.key = a.lower) AS "IsWithin",
       EXISTS (SELECT FROM stands s JOIN stands o ON o.society_id = s.society_id WHERE s.key = a.lower AND o.key = a.upper) AS "SharesSociety",
       (SELECT max(coalesce(upper(p.valid_during), lower(p.valid_during))) FROM graph.branch_parent p WHERE p.branch_id = l.branch_id) AS "LastChange"
FROM asked a
JOIN thing l ON l.key = a.lower
JOIN thing u ON u.key = a.upper
CROSS JOIN LATERAL (
    SELECT CASE WHEN NOT bool_or(lower_inf(p.valid_during)) THEN min(lower(p.valid_during)) END AS day
    FROM graph.branch_status_period p WHERE p.branch_id = l.branch_id
) begun;
