-- What the rules make of one branch is a function of its own: over views of many joins the planner worked it out for all 55,000 branches
-- (13 s) where a committee asked for its 180 (0.04 s). It stands in a list of columns, not behind FROM, where the planner would take every
-- call but the first for free.

-- The employments of a member are looked up once each, by the person: the columns of days leave the exclusion constraint's index aside,
-- which is three times as slow for this.
CREATE OR REPLACE FUNCTION graph.branch_category_facts_on(on_day date)
    RETURNS TABLE (branch_id bigint, committee_id bigint, region_code char(6), is_established boolean, has_supporting_unit boolean,
                   member_count int, with_committee_count int, elsewhere_count int, not_stated_count int, employed_count int, staff_count int)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT branch.id AS branch_id, branch.committee_id, committee.region_code, branch.status = 'ESTABLISHED' AS is_established,
       cardinality(units.ids) > 0 AS has_supporting_unit, members.member_count, members.with_committee_count, members.elsewhere_count,
       members.member_count - members.with_committee_count - members.elsewhere_count AS not_stated_count,
       members.employed_count, members.staff_count
FROM graph.branch
JOIN graph.committee ON committee.id = branch.committee_id
CROSS JOIN LATERAL (
    SELECT ARRAY(
        SELECT carries.supporting_unit_id
        FROM graph.branch_society AS stands JOIN graph.society_supporting_unit AS carries USING (society_id)
        WHERE stands.branch_id = branch.id AND stands.is_lead AND carries.valid_during @> on_day) AS ids
    OFFSET 0
) AS units
CROSS JOIN LATERAL (
    SELECT count(*)::int AS member_count,
           (count(*) FILTER (WHERE home.committee_id = branch.committee_id))::int AS with_committee_count,
           (count(*) FILTER (WHERE home.committee_id <> branch.committee_id OR member.affiliation_unit_id IS NOT NULL OR member.affiliation_place IS NOT NULL))::int AS elsewhere_count,
           (count(*) FILTER (WHERE staff.is_employed))::int AS employed_count,
           (count(*) FILTER (WHERE staff.is_employed OR member.affiliation_unit_id = ANY (units.ids)))::int AS staff_count
    FROM graph.member
    LEFT JOIN graph.branch AS home ON home.id = member.affiliation_branch_id
    CROSS JOIN LATERAL (
        SELECT cardinality(units.ids) > 0 AND EXISTS (
            SELECT FROM graph.employment AS works
            WHERE works.person_id = member.person_id AND works.supporting_unit_id = ANY (units.ids)
              AND (works.valid_from IS NULL OR works.valid_from <= on_day) AND (works.valid_to IS NULL OR on_day < works.valid_to)) AS is_employed
        OFFSET 0
    ) AS staff
    WHERE member.branch_id = branch.id
) AS members
$$;

CREATE FUNCTION graph.branch_condition_of(branch bigint, on_day date,
    OUT section jsonb, OUT conditions jsonb, OUT member_count int, OUT with_committee_count int, OUT elsewhere_count int, OUT not_stated_count int,
    OUT staff_count int, OUT is_established boolean, OUT has_supporting_unit boolean)
    LANGUAGE plpgsql STABLE PARALLEL SAFE COST 10000 AS $$
BEGIN
    SELECT rules.section, holding.conditions, facts.member_count, facts.with_committee_count, facts.elsewhere_count, facts.not_stated_count,
           staff.staff_count, facts.is_established, facts.has_supporting_unit
    INTO section, conditions, member_count, with_committee_count, elsewhere_count, not_stated_count, staff_count, is_established, has_supporting_unit
    FROM graph.branch_category_facts_on(on_day) AS facts
    -- The offsets keep the planner from asking for the section once per use.
    CROSS JOIN LATERAL (SELECT graph.rule_section(facts.region_code, 'categories', on_day) AS section OFFSET 0) AS rules
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

CREATE OR REPLACE VIEW graph.branch_condition AS
SELECT branch.id AS branch_id, branch.committee_id, (state.found).section, (state.found).conditions, (state.found).member_count, (state.found).with_committee_count,
       (state.found).elsewhere_count, (state.found).not_stated_count, (state.found).staff_count, (state.found).is_established, (state.found).has_supporting_unit
FROM graph.branch CROSS JOIN LATERAL (SELECT graph.branch_condition_of(branch.id, CURRENT_DATE) AS found OFFSET 0) AS state;

-- Of affiliations the planner took next to none to hold on a day, and read all members for those of a few: a range made of a column has
-- no statistics. What is looked at first is the member.
CREATE OR REPLACE VIEW graph.affiliation AS
SELECT member.id AS member_id, held.branch_id, held.supporting_unit_id, held.place, held.valid_during,
       lower(held.valid_during) AS valid_from, upper(held.valid_during) AS valid_to
FROM graph.member
CROSS JOIN LATERAL (
    SELECT member.affiliation_branch_id AS branch_id, member.affiliation_unit_id AS supporting_unit_id,
           member.affiliation_place AS place, daterange(member.affiliated_since, NULL) AS valid_during
    WHERE num_nonnulls(member.affiliation_branch_id, member.affiliation_unit_id, member.affiliation_place) = 1
    UNION ALL
    SELECT past.branch_id, past.supporting_unit_id, past.place, past.valid_during FROM graph.affiliation_past AS past WHERE past.member_id = member.id
    OFFSET 0
) AS held;

-- A region stands in a chain of four. Walked step by step it costs 0.09 ms; as one recursive statement PostgreSQL read all 3,400 regions for
-- each branch that was asked about, 1.3 ms.
CREATE OR REPLACE FUNCTION graph.rule_section(region char(6), section text, on_day date) RETURNS jsonb
    LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    around char(6) := rule_section.region;
    rules jsonb;
BEGIN
    WHILE around IS NOT NULL LOOP
        SELECT s.content -> rule_section.section INTO rules
        FROM graph.rule_set AS s
        WHERE s.region_code = around AND NOT s.is_default AND s.content ? rule_section.section AND daterange(s.effective_from, s.effective_to) @> on_day
        ORDER BY s.effective_from DESC NULLS LAST, s.code DESC
        LIMIT 1;
        IF FOUND THEN
            RETURN rules;
        END IF;
        around := (SELECT r.parent_code FROM graph.region AS r WHERE r.code = around);
    END LOOP;
    RETURN (
        SELECT s.content -> rule_section.section FROM graph.rule_set AS s
        WHERE s.is_default AND s.content ? rule_section.section AND daterange(s.effective_from, s.effective_to) @> on_day);
END $$;
