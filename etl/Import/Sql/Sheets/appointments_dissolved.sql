-- Grain: one row per post that the file adds or ends otherwise, in a party organization that is dissolved.
SELECT r.position AS "Position", b.name AS "Branch", b.status_since AS "DissolvedOn", r.valid_to AS "Until"
FROM sheet_row r
JOIN graph.branch b ON b.id = r.branch_id
LEFT JOIN graph.appointment a ON a.id = r.appointment_id
WHERE b.status = 'DISSOLVED' AND (a.id IS NULL OR r.valid_to IS DISTINCT FROM upper(a.valid_during) AND r.valid_to IS NOT NULL);
