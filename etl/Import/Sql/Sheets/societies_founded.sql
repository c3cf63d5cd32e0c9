-- Grain: one row per society whose day of founding the file states and that is cancelled.
SELECT r.position AS "Position", r.founded_on AS "FoundedOn", s.cancelled_on AS "CancelledOn"
FROM sheet_row r JOIN graph.society s ON s.id = r.society_id
WHERE r.founded_on IS NOT NULL AND s.cancelled_on IS NOT NULL;
