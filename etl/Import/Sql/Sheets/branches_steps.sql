-- Grain: one row per known organization and what the row says of its status; its category, where the graph does not have it for that day.
SELECT r.position AS "Position", 'BranchStatus' AS "Type", b.name AS "Name", b.status AS "Before", r.status AS "After", r.status_since AS "Day"
FROM sheet_row r
JOIN graph.branch b ON b.id = r.branch_id
WHERE r.status IS NOT NULL
UNION ALL
SELECT r.position, 'BranchCategory', b.name, latest.category, r.category, r.category_from
FROM sheet_row r
JOIN graph.branch b ON b.id = r.branch_id
JOIN LATERAL (SELECT p.category FROM graph.branch_category_period p WHERE p.branch_id = b.id ORDER BY p.valid_during DESC LIMIT 1) latest ON true
WHERE r.category IS NOT NULL
  AND NOT EXISTS (
      SELECT FROM graph.branch_category_period p
      WHERE p.branch_id = r.branch_id AND p.category = r.category
        AND (r.category_from IS NULL AND upper_inf(p.valid_during) OR p.valid_during @> r.category_from));
