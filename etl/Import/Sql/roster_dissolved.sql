-- Grain: one row per party organization that the list calls dissolved and the graph does not, with who would be left behind.
SELECT l.line AS "Line", b.name AS "Branch", b.ends_on AS "EndsOn",
       (SELECT count(*) FROM graph.member m WHERE m.is_present AND (m.branch_id = b.id OR m.affiliation_branch_id = b.id))::int AS "Members",
       (SELECT count(*) FROM graph.applicant a WHERE a.branch_id = b.id AND a.state = 'CULTIVATED')::int AS "Applicants",
       (SELECT count(*) FROM graph.affiliation_transfer t WHERE t.to_branch_id = b.id AND t.state = 'REQUESTED')::int AS "Transfers",
       (SELECT count(*) FROM graph.branch_parent p
        WHERE p.parent_id = b.id AND p.valid_during && daterange(coalesce(l.status_since, @IssuedOn::date), NULL)
          -- Unless this list calls it dissolved by then, too.
          AND NOT EXISTS (
              SELECT FROM roster_line o
              WHERE o.branch_id = p.branch_id AND o.status = 'DISSOLVED'
                AND coalesce(o.status_since, @IssuedOn::date) <= coalesce(l.status_since, @IssuedOn::date)))::int AS "Branches"
FROM roster_line l JOIN graph.branch b ON b.id = l.branch_id
WHERE NOT @IsSuperseded AND l.status = 'DISSOLVED' AND b.status <> 'DISSOLVED'
ORDER BY l.line;
