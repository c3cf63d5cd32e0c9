-- Grain: one row per new organization, with the societies that it names, in their order.
SELECT r.position AS "Position", coalesce(r.form, r.form_derived) = 'JOINT_BRANCH' AS "IsJoint", array_agg(s.reference ORDER BY s.place) AS "Names",
       array_agg(r.status IS DISTINCT FROM 'DISSOLVED' AND c.operating_state IS NOT DISTINCT FROM 'CANCELLED' ORDER BY s.place) AS "Cancelled"
FROM sheet_row r
JOIN sheet_row_society s ON s.position = r.position
JOIN graph.society c ON c.id = s.society_id
WHERE r.branch_id IS NULL
GROUP BY r.position, r.form, r.form_derived, r.status
HAVING count(*) = cardinality(min(r.societies));
