-- Grain: one row per new organization, with the societies that it names, in their order.
SELECT r.position AS "Position", coalesce(r.form, r.form_derived) = 'JOINT_BRANCH' AS "IsJoint", array_agg(s.reference ORDER BY s.place) AS "Names",
       -- One that was there before its society's cancellation stays until it is dissolved.
       array_agg(r.status IS DISTINCT FROM 'DISSOLVED' AND c.operating_state IS NOT DISTINCT FROM 'CANCELLED'
           AND coalesce(r.status_since, CASE r.status WHEN 'PROPOSED' THEN graph.today() ELSE '-infinity' END) >= coalesce(c.cancelled_on, '-infinity') ORDER BY s.place) AS "Cancelled"
FROM sheet_row r
JOIN sheet_row_society s ON s.position = r.position
JOIN graph.society c ON c.id = s.society_id
WHERE r.branch_id IS NULL
GROUP BY r.position, r.form, r.form_derived, r.status
HAVING count(*) = cardinality(min(r.societies));
