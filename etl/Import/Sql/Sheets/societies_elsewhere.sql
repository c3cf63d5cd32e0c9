-- Grain: one row per row whose credit code a society of another committee has.
SELECT r.position AS "Position", s.name AS "Society", c.name AS "Committee"
FROM sheet_row r
JOIN graph.society s ON s.credit_code = r.credit_code AND s.id IS DISTINCT FROM r.society_id
JOIN graph.committee c ON c.id = s.committee_id
WHERE s.committee_id <> (SELECT committee_id FROM sheet_committee);
