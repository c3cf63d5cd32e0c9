-- Grain: one row per society of whose days or state the file says something.
SELECT r.position AS "Position", r.founded_on IS NOT NULL AS "StatesFounded", coalesce(r.founded_on, s.founded_on) AS "FoundedOn",
       r.cancelled_on AS "CancelledOn", s.cancelled_on AS "Was", r.operating_state = 'CANCELLED' AS "IsCancelled",
       coalesce(s.operating_state = 'CANCELLED', false) AS "WasCancelled", b.names AS "Branches"
FROM sheet_row r
LEFT JOIN graph.society s ON s.id = r.society_id
CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(b.name ORDER BY b.id), '{}') AS names
    FROM graph.branch_society o JOIN graph.branch b ON b.id = o.branch_id
    WHERE r.cancelled_on IS NOT NULL AND s.cancelled_on IS NULL AND o.society_id = s.id
      AND NOT EXISTS (SELECT FROM graph.branch_status_period p WHERE p.branch_id = b.id AND p.status = 'DISSOLVED' AND p.valid_during @> r.cancelled_on)
) b
WHERE r.founded_on IS NOT NULL OR r.cancelled_on IS NOT NULL OR r.operating_state IS NOT NULL;
