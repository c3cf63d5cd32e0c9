-- A member's branches and statuses, each with its days: nobody belongs to a branch before joining the party, nor before the affiliation with it
-- began, if it did not come back, nor while the membership is ended; the first status that is known held before, too. Parts instead of one join: the members of a few
-- branches are found by index. Days are cut by intersection, because a range whose end lies before its beginning is an error.
CREATE OR REPLACE VIEW graph.membership AS
SELECT d.member_id, d.person_id, d.branch_id, d.status, cut.valid_during
FROM (
    SELECT m.id AS member_id, m.person_id, m.branch_id, m.status, m.ended_on,
           daterange(greatest(m.branch_since, m.joined_on, CASE WHEN m.affiliation_branch_id = m.branch_id
                   AND NOT EXISTS (SELECT FROM graph.ended_membership AS e WHERE e.member_id = m.id AND e.restored_on > e.ended_on) THEN m.affiliated_since END,
               CASE WHEN EXISTS (SELECT FROM graph.member_status_past AS x WHERE x.member_id = m.id) THEN m.status_since END), NULL) AS valid_during
    FROM graph.member AS m
    UNION ALL
    SELECT m.id, m.person_id, m.branch_id, x.status, m.ended_on,
           daterange(greatest(m.branch_since, m.joined_on, CASE WHEN m.affiliation_branch_id = m.branch_id
                   AND NOT EXISTS (SELECT FROM graph.ended_membership AS e WHERE e.member_id = m.id AND e.restored_on > e.ended_on) THEN m.affiliated_since END), NULL)
           * daterange(CASE WHEN EXISTS (SELECT FROM graph.member_status_past AS y WHERE y.member_id = m.id AND y.valid_during << x.valid_during)
               THEN lower(x.valid_during) END, upper(x.valid_during))
    FROM graph.member AS m JOIN graph.member_status_past AS x ON x.member_id = m.id
    UNION ALL
    SELECT m.id, m.person_id, b.branch_id, m.status, m.ended_on,
           b.valid_during * daterange(greatest(m.joined_on,
               CASE WHEN EXISTS (SELECT FROM graph.member_status_past AS x WHERE x.member_id = m.id) THEN m.status_since END), NULL)
    FROM graph.member_branch_past AS b JOIN graph.member AS m ON m.id = b.member_id
    UNION ALL
    SELECT m.id, m.person_id, b.branch_id, x.status, m.ended_on,
           b.valid_during * daterange(m.joined_on, NULL)
           * daterange(CASE WHEN EXISTS (SELECT FROM graph.member_status_past AS y WHERE y.member_id = m.id AND y.valid_during << x.valid_during)
               THEN lower(x.valid_during) END, upper(x.valid_during))
    FROM graph.member_branch_past AS b JOIN graph.member AS m ON m.id = b.member_id JOIN graph.member_status_past AS x ON x.member_id = m.id
) AS d
-- Looked up for each member: a load that reads few branches joins by loops only, and would compare each of their members with everybody who came back.
CROSS JOIN LATERAL (
    SELECT range_agg(daterange(e.ended_on, e.restored_on)) AS days FROM graph.ended_membership AS e WHERE e.member_id = d.member_id AND e.restored_on > e.ended_on
) AS away
CROSS JOIN LATERAL (
    SELECT d.valid_during * daterange(NULL, d.ended_on) AS valid_during WHERE away.days IS NULL
    UNION ALL
    SELECT unnest(datemultirange(d.valid_during * daterange(NULL, d.ended_on)) - away.days) WHERE away.days IS NOT NULL
) AS cut
WHERE NOT isempty(cut.valid_during) AND d.ended_on IS DISTINCT FROM '-infinity';
COMMENT ON VIEW graph.membership IS 'One row per member, branch and period with one status.';
COMMENT ON COLUMN graph.membership.member_id IS 'The member.';
COMMENT ON COLUMN graph.membership.person_id IS 'The person who is the member.';
COMMENT ON COLUMN graph.membership.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.membership.status IS 'FULL or PROBATIONARY.';
COMMENT ON COLUMN graph.membership.valid_during IS 'Days on which this holds.';
