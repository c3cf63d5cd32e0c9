-- What the rules make of one branch is a function of its own: over views of many joins the planner worked it out for all 55,000 branches
-- (13 s) where a committee asked for its 180 (0.04 s). It stands in a list of columns, not behind FROM, where the planner would take every
-- call but the first for free.
CREATE OR REPLACE FUNCTION graph.branch_condition_of(branch bigint, on_day date,
    OUT section jsonb, OUT conditions jsonb, OUT member_count int, OUT with_committee_count int, OUT elsewhere_count int, OUT not_stated_count int,
    OUT staff_count int, OUT is_established boolean, OUT has_supporting_unit boolean)
    LANGUAGE plpgsql STABLE PARALLEL SAFE COST 10000 AS $$
BEGIN
    SELECT rules.section, holding.conditions, facts.member_count, facts.with_committee_count, facts.elsewhere_count, facts.not_stated_count,
           staff.staff_count, facts.is_established, facts.has_supporting_unit
    INTO section, conditions, member_count, with_committee_count, elsewhere_count, not_stated_count, staff_count, is_established, has_supporting_unit
    FROM graph.branch_category_facts_on(on_day) AS facts
    LEFT JOIN LATERAL graph.rules_in_effect(facts.region_code, 'categories', on_day) AS rules (section) ON true
    CROSS JOIN LATERAL (
        SELECT CASE WHEN (rules.section #>> '{affiliationShowsStaff,value}')::boolean THEN facts.staff_count ELSE facts.employed_count END AS staff_count OFFSET 0
    ) AS staff
    CROSS JOIN LATERAL (
        SELECT to_jsonb(array_remove(ARRAY[
            CASE WHEN facts.is_established THEN 'ESTABLISHED' END,
            CASE WHEN facts.member_count > 0 THEN 'HAS_MEMBERS' END,
            CASE WHEN facts.with_committee_count = facts.member_count THEN 'ALL_AFFILIATIONS_WITH_COMMITTEE' END,
            CASE WHEN facts.elsewhere_count = facts.member_count THEN 'NO_AFFILIATION_WITH_COMMITTEE' END,
            CASE WHEN facts.has_supporting_unit THEN 'HAS_SUPPORTING_UNIT' END,
            CASE WHEN staff.staff_count = facts.member_count THEN 'ALL_STAFF_OF_SUPPORTING_UNIT' END], NULL)) AS conditions OFFSET 0
    ) AS holding
    WHERE facts.branch_id = branch;
END $$;
COMMENT ON FUNCTION graph.branch_condition_of IS 'Which conditions of the categories hold for a branch, beside the rules in effect for it on a day.';
