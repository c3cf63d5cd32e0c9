-- A member's branches and statuses, each with its days: nobody belongs to a branch before joining the party, nor before the affiliation with it
-- began; the first status that is known held before, too. Parts instead of one join: the members of a few branches are found by index.
CREATE OR REPLACE VIEW source.member AS
SELECT d.member_id, d.branch_id, d.status, p.sex, p.birth_year, d.valid_during
FROM (
    SELECT m.id AS member_id, m.person_id, m.branch_id, m.status,
           daterange(greatest(m.branch_since, m.joined_on, CASE WHEN m.affiliation_branch_id = m.branch_id THEN m.affiliated_since END,
               CASE WHEN EXISTS (SELECT FROM graph.member_status_past AS x WHERE x.member_id = m.id) THEN m.status_since END), NULL) AS valid_during
    FROM graph.member AS m
    UNION ALL
    SELECT m.id, m.person_id, m.branch_id, x.status,
           daterange(greatest(m.branch_since, m.joined_on, CASE WHEN m.affiliation_branch_id = m.branch_id THEN m.affiliated_since END), NULL)
           * daterange(CASE WHEN EXISTS (SELECT FROM graph.member_status_past AS y WHERE y.member_id = m.id AND y.valid_during << x.valid_during)
               THEN lower(x.valid_during) END, upper(x.valid_during))
    FROM graph.member AS m JOIN graph.member_status_past AS x ON x.member_id = m.id
    UNION ALL
    SELECT m.id, m.person_id, b.branch_id, m.status,
           b.valid_during * daterange(greatest(m.joined_on,
               CASE WHEN EXISTS (SELECT FROM graph.member_status_past AS x WHERE x.member_id = m.id) THEN m.status_since END), NULL)
    FROM graph.member_branch_past AS b JOIN graph.member AS m ON m.id = b.member_id
    UNION ALL
    SELECT m.id, m.person_id, b.branch_id, x.status,
           b.valid_during * daterange(m.joined_on, NULL)
           * daterange(CASE WHEN EXISTS (SELECT FROM graph.member_status_past AS y WHERE y.member_id = m.id AND y.valid_during << x.valid_during)
               THEN lower(x.valid_during) END, upper(x.valid_during))
    FROM graph.member_branch_past AS b JOIN graph.member AS m ON m.id = b.member_id JOIN graph.member_status_past AS x ON x.member_id = m.id
) AS d
LEFT JOIN graph.person AS p ON p.id = d.person_id
WHERE NOT isempty(d.valid_during);
COMMENT ON VIEW source.member IS 'One row per member, branch and period with one status: sex and year of birth, no name.';
