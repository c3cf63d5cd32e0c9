-- Grain: one row per party organization that the list calls dissolved and the graph does not, with who would be left behind.
SELECT l.line AS "Line",
       (SELECT count(*) FROM graph.member m WHERE m.is_present AND (m.branch_id = b.id OR m.affiliation_branch_id = b.id))::int AS "Members",
       (SELECT count(*) FROM graph.applicant a WHERE a.branch_id = b.id AND a.state = 'CULTIVATED')::int AS "Applicants",
       (SELECT count(*) FROM graph.affiliation_transfer t WHERE t.to_branch_id = b.id AND t.state = 'REQUESTED')::int AS "Transfers"
FROM roster_line l JOIN graph.branch b ON b.id = l.branch_id
WHERE NOT @IsSuperseded AND l.status = 'DISSOLVED' AND b.status <> 'DISSOLVED'
ORDER BY l.line;
