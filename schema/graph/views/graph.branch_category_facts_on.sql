-- What the conditions of categories ask about. A member of the committee is one whose affiliation a branch of it has; elsewhere is one
-- whose affiliation is stated and not there; staff are the employed and those whose affiliation is with the unit's party organization.
-- A function of the day, because a decision is dated: whoever approves a category from a day on asks for that day. The planner writes its
-- text into the statement that asks.
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
    WHERE member.branch_id = branch.id AND (member.is_present OR on_day < member.ended_on)
) AS members
$$;
COMMENT ON FUNCTION graph.branch_category_facts_on IS 'What the conditions of the categories look at: members and affiliations as they are known now without those whose membership had ended by the day, units and employment of the day.';
