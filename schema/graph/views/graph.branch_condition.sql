CREATE OR REPLACE VIEW graph.branch_condition AS
SELECT branch.id AS branch_id, branch.committee_id, (state.found).section, (state.found).conditions, (state.found).member_count, (state.found).with_committee_count,
       (state.found).elsewhere_count, (state.found).not_stated_count, (state.found).staff_count, (state.found).is_established, (state.found).has_supporting_unit
FROM graph.branch CROSS JOIN LATERAL (SELECT graph.branch_condition_of(branch.id, graph.today()) AS found OFFSET 0) AS state;
COMMENT ON VIEW graph.branch_condition IS 'Which conditions of the categories hold for a branch today, beside the rules in effect for it.';
COMMENT ON COLUMN graph.branch_condition.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.branch_condition.committee_id IS 'Its committee.';
COMMENT ON COLUMN graph.branch_condition.section IS 'Section categories of the rules in effect.';
COMMENT ON COLUMN graph.branch_condition.conditions IS 'Names of the conditions that hold.';
COMMENT ON COLUMN graph.branch_condition.member_count IS 'Its members.';
COMMENT ON COLUMN graph.branch_condition.with_committee_count IS 'Members whose affiliation is with a branch of the same committee.';
COMMENT ON COLUMN graph.branch_condition.elsewhere_count IS 'Members whose affiliation is stated and elsewhere.';
COMMENT ON COLUMN graph.branch_condition.not_stated_count IS 'Members whose affiliation is not stated.';
COMMENT ON COLUMN graph.branch_condition.staff_count IS 'Members who are staff of a supporting unit of the society, as the rules count it.';
COMMENT ON COLUMN graph.branch_condition.is_established IS 'Whether it is established.';
COMMENT ON COLUMN graph.branch_condition.has_supporting_unit IS 'Whether the society that it stands for has a supporting unit.';
