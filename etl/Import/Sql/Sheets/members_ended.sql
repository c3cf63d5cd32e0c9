-- Grain: one row per row about somebody whose membership ended.
SELECT r.position AS "Position", replace(e.reason, '_', '') AS "Reason", e.ended_on AS "EndedOn"
FROM sheet_row r JOIN graph.ended_membership e ON e.member_id = r.member_id AND e.is_open;
