-- Grain: one row per row that states a body which the graph does not have, with its leading society and whether that has an organization of its own.
SELECT r.position AS "Position", r.body_then AS "Body", r.body_name_then IS NOT NULL AS "IsNamed", c.name AS "Society",
       EXISTS (
           SELECT FROM graph.branch_society own JOIN graph.branch o ON o.id = own.branch_id LEFT JOIN sheet_row w ON w.branch_id = o.id
           WHERE own.society_id = c.id AND o.id IS DISTINCT FROM r.branch_id AND coalesce(w.status, o.status) <> 'DISSOLVED'
             AND coalesce(w.body_then, o.body) = 'SOCIETY')
       OR EXISTS (
           SELECT FROM sheet_row_society own JOIN sheet_row o ON o.position = own.position AND o.branch_id IS NULL
           WHERE own.society_id = c.id AND o.position <> r.position AND o.status IS DISTINCT FROM 'DISSOLVED' AND o.body_then = 'SOCIETY') AS "HasOwn"
FROM sheet_row r
LEFT JOIN graph.branch b ON b.id = r.branch_id
CROSS JOIN LATERAL (
    SELECT society.name, society.id
    FROM (
        SELECT s.society_id, 1 AS home, s.place FROM sheet_row_society s WHERE s.position = r.position
        UNION ALL
        SELECT s.society_id, 2, CASE WHEN s.is_lead THEN 1 ELSE 2 END FROM graph.branch_society s WHERE s.branch_id = r.branch_id
    ) stands JOIN graph.society ON society.id = stands.society_id
    ORDER BY stands.home, stands.place LIMIT 1
) c
WHERE num_nonnulls(r.body, r.body_name) > 0 AND (r.body_then, r.body_name_then) IS DISTINCT FROM (b.body, b.body_name);
