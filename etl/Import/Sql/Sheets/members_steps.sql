-- Grain: one row per known member and what the row says of the status; whether it changes on that day, members_conversions.sql asks.
SELECT r.position AS "Position", 'MemberStatus' AS "Type", r.person_ref AS "Name", m.status AS "Before", r.status AS "After", r.status_since AS "Day"
FROM sheet_row r
JOIN graph.member m ON m.id = r.member_id
WHERE r.status IS NOT NULL;
