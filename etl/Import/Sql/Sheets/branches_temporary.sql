-- Grain: one row per row that states a last day or a reason for one, or a status of a temporary organization.
SELECT r.position AS "Position", r.name AS "Branch", b.id IS NULL AS "IsNew", coalesce(b.status, r.status, 'ESTABLISHED') AS "Status",
       CASE WHEN b.id IS NULL THEN r.status_since ELSE b.status_since END AS "Since",
       CASE WHEN r.status_since IS DISTINCT FROM b.status_since AND r.status IS DISTINCT FROM 'DISSOLVED' THEN r.status_since END AS "Begins",
       b.ends_on AS "Was", r.ends_on AS "EndsOn", r.ends_reason IS NOT NULL AS "HasReason", graph.today() AS "Today"
FROM sheet_row r LEFT JOIN graph.branch b ON b.id = r.branch_id
WHERE num_nonnulls(r.ends_on, r.ends_reason, b.ends_on) > 0;
