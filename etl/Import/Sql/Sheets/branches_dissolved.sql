-- Grain: one row per party organization that the file dissolves, with who would be left behind.
SELECT r.position AS "Position", b.name AS "Branch", b.status AS "Status", b.ends_on AS "EndsOn",
       (SELECT count(*) FROM graph.member m WHERE m.is_present AND (m.branch_id = b.id OR m.affiliation_branch_id = b.id))::int AS "Members",
       (SELECT count(*) FROM graph.applicant a WHERE a.branch_id = b.id AND a.state = 'CULTIVATED')::int AS "Applicants",
       (SELECT count(*) FROM graph.affiliation_transfer t WHERE t.to_branch_id = b.id AND t.state = 'REQUESTED')::int AS "Transfers",
       (SELECT count(*) FROM graph.branch_parent p
        WHERE p.parent_id = b.id AND p.valid_during && daterange(r.status_since, NULL)
          -- Unless this file dissolves it by then, too.
          AND NOT EXISTS (SELECT FROM sheet_row o WHERE o.branch_id = p.branch_id AND o.status = 'DISSOLVED' AND o.status_since <= r.status_since))::int AS "Branches"
FROM sheet_row r JOIN graph.branch b ON b.id = r.branch_id
WHERE r.status = 'DISSOLVED' AND b.status <> 'DISSOLVED' AND r.status_since >= coalesce(b.status_since, '-infinity');
