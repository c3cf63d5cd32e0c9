-- Grain: one row per name of the list that the graph writes otherwise.
SELECT l.name, b.name
FROM roster_line l JOIN graph.branch b ON b.id = l.branch_id
WHERE l.name <> b.name AND graph.name_key(l.name) = graph.name_key(b.name)
UNION
SELECT ls.name, s.name
FROM roster_line l JOIN roster_line_society ls USING (position) JOIN graph.society s ON s.id = ls.society_id
WHERE l.needs_society AND ls.name <> s.name AND graph.name_key(ls.name) = graph.name_key(s.name)
ORDER BY 1
LIMIT 100;
