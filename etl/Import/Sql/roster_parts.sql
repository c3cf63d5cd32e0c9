-- Entries, stated numbers and discrepancies of the list: what is no longer so goes, what is new comes, the rest stays untouched.
DELETE FROM graph.roster_entry e WHERE e.roster_id = @RosterId
  AND NOT EXISTS (SELECT FROM roster_line l
                  WHERE (l.position, l.branch_id, l.category, l.name) = (e.position, e.branch_id, e.category, e.name_published));
INSERT INTO graph.roster_entry (roster_id, position, branch_id, category, name_published)
SELECT @RosterId, l.position, l.branch_id, l.category, l.name
FROM roster_line l
WHERE NOT EXISTS (SELECT FROM graph.roster_entry e WHERE e.roster_id = @RosterId AND e.position = l.position)
ORDER BY l.position;

DELETE FROM graph.roster_count c WHERE c.roster_id = @RosterId
  AND NOT EXISTS (SELECT FROM roster_stated s WHERE (s.category, s.stated) = (c.category, c.stated));
INSERT INTO graph.roster_count (roster_id, category, stated)
SELECT @RosterId, s.category, s.stated
FROM roster_stated s
WHERE NOT EXISTS (SELECT FROM graph.roster_count c WHERE c.roster_id = @RosterId AND c.category = s.category)
ORDER BY s.category;

DELETE FROM graph.discrepancy d WHERE d.roster_id = @RosterId AND NOT (@IsSuperseded AND d.code = 'NOT_LISTED')
  AND NOT EXISTS (SELECT FROM roster_discrepancy r
                  WHERE (r.code, r.subject, r.message) = (d.code, d.subject, d.message)
                    AND r.stated IS NOT DISTINCT FROM d.stated AND r.listed IS NOT DISTINCT FROM d.listed);
INSERT INTO graph.discrepancy (roster_id, code, subject, stated, listed, message)
SELECT @RosterId, r.code, r.subject, r.stated, r.listed, r.message
FROM roster_discrepancy r
WHERE NOT EXISTS (SELECT FROM graph.discrepancy d WHERE d.roster_id = @RosterId AND d.code = r.code AND d.subject = r.subject)
ORDER BY r.position;
