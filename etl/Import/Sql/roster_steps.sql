-- Grain: one row per known organization and what the list says of its status, or of its category where that changes.
SELECT l.line AS "Line", 'BranchStatus' AS "Type", l.name AS "Name", b.status AS "Before", l.status AS "After",
       coalesce(l.status_since, @IssuedOn::date) AS "Day"
FROM roster_line l JOIN graph.branch b ON b.id = l.branch_id
WHERE NOT @IsSuperseded
UNION ALL
SELECT l.line, 'BranchCategory', l.name, coalesce(p.category, 'UNCLASSIFIED'), l.category, @IssuedOn::date
FROM roster_line l
LEFT JOIN graph.branch_category_period p ON p.branch_id = l.branch_id AND upper_inf(p.valid_during)
WHERE l.branch_id IS NOT NULL AND p.category IS DISTINCT FROM l.category
  AND (p.id IS NOT NULL OR EXISTS (SELECT FROM graph.branch_category_period past WHERE past.branch_id = l.branch_id))
  AND NOT EXISTS (SELECT FROM graph.branch_category_period own
                  WHERE own.branch_id = l.branch_id AND own.policy_document_id = @DocumentId AND own.category = l.category)
ORDER BY 1, 2;
