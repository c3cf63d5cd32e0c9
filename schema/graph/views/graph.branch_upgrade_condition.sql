CREATE OR REPLACE VIEW graph.branch_upgrade_condition AS
SELECT state.branch_id, lacking.condition, lacking.place::int AS position, state.section #>> '{upgrade,source}' AS clause,
       CASE lacking.condition
           WHEN 'ESTABLISHED' THEN (NOT state.is_established)::int
           WHEN 'HAS_SUPPORTING_UNIT' THEN (NOT state.has_supporting_unit)::int
           WHEN 'ALL_AFFILIATIONS_WITH_COMMITTEE' THEN state.member_count - state.with_committee_count
           WHEN 'NO_AFFILIATION_WITH_COMMITTEE' THEN state.member_count - state.elsewhere_count
           WHEN 'ALL_STAFF_OF_SUPPORTING_UNIT' THEN state.member_count - state.staff_count
           ELSE 1
       END AS lacking_count
FROM graph.branch_condition AS state
CROSS JOIN LATERAL jsonb_array_elements_text(state.section #> '{upgrade,value}') WITH ORDINALITY AS lacking (condition, place)
WHERE NOT state.conditions ? lacking.condition;
COMMENT ON VIEW graph.branch_upgrade_condition IS '转A条件 What a branch lacks to become an A today, in the order in which the rules name it (000 §四).';
COMMENT ON COLUMN graph.branch_upgrade_condition.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.branch_upgrade_condition.condition IS 'The condition that does not hold.';
COMMENT ON COLUMN graph.branch_upgrade_condition.position IS 'Its place, from 1.';
COMMENT ON COLUMN graph.branch_upgrade_condition.clause IS 'Where it stands.';
COMMENT ON COLUMN graph.branch_upgrade_condition.lacking_count IS 'How many members lack it; 1 where it is not about members.';
