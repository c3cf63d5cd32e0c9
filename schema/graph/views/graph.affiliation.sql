-- Of affiliations the planner took next to none to hold on a day, and read all members for those of a few: a range made of a column has
-- no statistics. What is looked at first is the member.
CREATE OR REPLACE VIEW graph.affiliation AS
SELECT member.id AS member_id, held.branch_id, held.supporting_unit_id, held.place, held.valid_during,
       lower(held.valid_during) AS valid_from, upper(held.valid_during) AS valid_to
FROM graph.member
CROSS JOIN LATERAL (
    SELECT member.affiliation_branch_id AS branch_id, member.affiliation_unit_id AS supporting_unit_id,
           member.affiliation_place AS place, until.valid_during
    -- It ends with the membership, but for whoever moved away to a place outside: there lies the affiliation now.
    FROM (SELECT daterange(member.affiliated_since, NULL) * daterange(NULL, CASE
              WHEN NOT member.is_present AND (member.affiliation_branch_id IS NOT NULL OR (
                  SELECT e.reason FROM graph.ended_membership AS e WHERE e.member_id = member.id AND e.is_open) <> 'MOVED_AWAY')
              THEN member.ended_on END) AS valid_during) AS until
    WHERE num_nonnulls(member.affiliation_branch_id, member.affiliation_unit_id, member.affiliation_place) = 1 AND NOT isempty(until.valid_during)
      AND member.ended_on IS DISTINCT FROM '-infinity'
    UNION ALL
    SELECT past.branch_id, past.supporting_unit_id, past.place, past.valid_during FROM graph.affiliation_past AS past WHERE past.member_id = member.id
    OFFSET 0
) AS held;
COMMENT ON VIEW graph.affiliation IS '组织关系 Affiliations over time: one place a member and day.';
COMMENT ON COLUMN graph.affiliation.member_id IS 'The member.';
COMMENT ON COLUMN graph.affiliation.branch_id IS 'The branch of a society party committee that has it.';
COMMENT ON COLUMN graph.affiliation.supporting_unit_id IS 'The supporting unit whose party organization has it.';
COMMENT ON COLUMN graph.affiliation.place IS 'Another place, by its name.';
COMMENT ON COLUMN graph.affiliation.valid_during IS 'Days on which this holds.';
COMMENT ON COLUMN graph.affiliation.valid_from IS 'First day; null where the start is not stated.';
COMMENT ON COLUMN graph.affiliation.valid_to IS 'First day after it; null while it lasts.';
