-- What the rules make of a branch's category: derived, asked for, allowed, lacking. Thresholds and conditions come from the rule sets.

CREATE TABLE graph.reclassification (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    branch_id bigint NOT NULL REFERENCES graph.branch ON DELETE CASCADE,
    from_category text NOT NULL CHECK (from_category IN ('A', 'B', 'C', 'UNCLASSIFIED')),
    to_category text NOT NULL CHECK (to_category IN ('A', 'B', 'C', 'UNCLASSIFIED')),
    derived_category text NOT NULL CHECK (derived_category IN ('A', 'B', 'C', 'UNCLASSIFIED')),
    state text NOT NULL CHECK (state IN ('PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    reason text NOT NULL CHECK (reason <> ''),
    policy_document_id bigint REFERENCES graph.policy_document,
    proposed_by text NOT NULL CHECK (proposed_by <> ''),
    proposed_on date NOT NULL,
    decided_by text CHECK (decided_by <> ''),
    decided_on date,
    decision_reason text CHECK (decision_reason <> ''),
    effective_on date,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT reclassification_changes_something CHECK (from_category <> to_category),
    CONSTRAINT reclassification_decided_when_over CHECK ((state = 'PROPOSED') = (decided_on IS NULL) AND (decided_on IS NULL) = (decided_by IS NULL)),
    CONSTRAINT reclassification_effective_when_approved CHECK ((state = 'APPROVED') = (effective_on IS NOT NULL)),
    CONSTRAINT reclassification_in_order CHECK (proposed_on <= decided_on)
);
CREATE UNIQUE INDEX reclassification_one_open ON graph.reclassification (branch_id) WHERE state = 'PROPOSED';
CREATE INDEX reclassification_branch_id ON graph.reclassification (branch_id, id);
CREATE INDEX reclassification_policy_document_id ON graph.reclassification (policy_document_id);
CREATE TRIGGER count_version BEFORE UPDATE ON graph.reclassification FOR EACH ROW EXECUTE FUNCTION graph.count_version();
COMMENT ON TABLE graph.reclassification IS '分类调整 Proposals to change a branch''s category, and what became of them (000 §四); kept for ever.';
COMMENT ON COLUMN graph.reclassification.id IS 'Key.';
COMMENT ON COLUMN graph.reclassification.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.reclassification.from_category IS 'Category on the day of the proposal.';
COMMENT ON COLUMN graph.reclassification.to_category IS 'Category asked for.';
COMMENT ON COLUMN graph.reclassification.derived_category IS 'What the rules derived on the day of the proposal.';
COMMENT ON COLUMN graph.reclassification.state IS 'PROPOSED 已提出, APPROVED 已批准, REJECTED 未批准, WITHDRAWN 已撤回.';
COMMENT ON COLUMN graph.reclassification.reason IS 'Why it is asked for.';
COMMENT ON COLUMN graph.reclassification.policy_document_id IS 'The document that states the new category; null where none does.';
COMMENT ON COLUMN graph.reclassification.proposed_by IS 'Who proposed it, as the caller was known.';
COMMENT ON COLUMN graph.reclassification.proposed_on IS 'Day of the proposal.';
COMMENT ON COLUMN graph.reclassification.decided_by IS 'Who decided or withdrew it; null while it is open.';
COMMENT ON COLUMN graph.reclassification.decided_on IS 'Day of the decision; null while it is open.';
COMMENT ON COLUMN graph.reclassification.decision_reason IS 'Why it was decided so; null where nobody said.';
COMMENT ON COLUMN graph.reclassification.effective_on IS 'First day of the new category; null where it was not approved.';
COMMENT ON COLUMN graph.reclassification.version IS 'Counts changes of the row, from 1.';

CREATE FUNCTION graph.reclassification_keep_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'PROPOSED' THEN
        RAISE EXCEPTION 'reclassification % is decided', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'reclassification_is_decided';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION graph.reclassification_keep_decision IS 'Refuses to change a decided proposal.';
CREATE TRIGGER reclassification_is_decided BEFORE UPDATE ON graph.reclassification
    FOR EACH ROW EXECUTE FUNCTION graph.reclassification_keep_decision();

-- What the conditions of categories ask about. A member of the committee is one whose affiliation a branch of it has; elsewhere is one
-- whose affiliation is stated and not there; staff are the employed and those whose affiliation is with the unit's party organization.
-- A function of the day, because a decision is dated: whoever approves a category from a day on asks for that day. The planner writes its
-- text into the statement that asks.
-- The employments of a member are looked up once each, by the person: the columns of days leave the exclusion constraint's index aside,
-- which is three times as slow for this.
CREATE FUNCTION graph.branch_category_facts_on(on_day date)
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
COMMENT ON FUNCTION graph.branch_category_facts_on IS 'What the conditions of the categories look at: members and affiliations as they are known now, units and employment of the day.';

-- What the rules make of one branch is a function of its own: over views of many joins the planner worked it out for all 55,000 branches
-- (13 s) where a committee asked for its 180 (0.04 s). It stands in a list of columns, not behind FROM, where the planner would take every
-- call but the first for free.
CREATE FUNCTION graph.branch_condition_of(branch bigint, on_day date,
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

CREATE VIEW graph.branch_condition AS
SELECT branch.id AS branch_id, branch.committee_id, (state.found).section, (state.found).conditions, (state.found).member_count, (state.found).with_committee_count,
       (state.found).elsewhere_count, (state.found).not_stated_count, (state.found).staff_count, (state.found).is_established, (state.found).has_supporting_unit
FROM graph.branch CROSS JOIN LATERAL (SELECT graph.branch_condition_of(branch.id, CURRENT_DATE) AS found OFFSET 0) AS state;
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

CREATE VIEW graph.branch_derived_category AS
SELECT state.branch_id, state.committee_id, coalesce(found.category, 'UNCLASSIFIED') AS category,
       CASE
           WHEN found.category IS NOT NULL THEN 'CONDITIONS_MET'
           WHEN state.member_count = 0 THEN 'NO_MEMBERS'
           WHEN state.not_stated_count > 0 THEN 'AFFILIATION_NOT_STATED'
           WHEN state.with_committee_count > 0 AND state.elsewhere_count > 0 THEN 'AFFILIATIONS_MIXED'
           ELSE 'NO_CATEGORY_FITS'
       END AS reason_code,
       format('Affiliations of %s members: %s with the committee, %s elsewhere, %s not stated; %s are staff of the supporting unit.',
           state.member_count, state.with_committee_count, state.elsewhere_count, state.not_stated_count, state.staff_count) AS reason,
       coalesce(found.source, state.section #>> '{precedence,source}') AS clause,
       state.member_count, state.with_committee_count, state.elsewhere_count, state.not_stated_count, state.staff_count
FROM graph.branch_condition AS state
LEFT JOIN LATERAL (
    SELECT listed.category, state.section #>> ARRAY['conditions', listed.category, 'source'] AS source
    FROM jsonb_array_elements_text(state.section #> '{precedence,value}') WITH ORDINALITY AS listed (category, place)
    WHERE state.section #> ARRAY['conditions', listed.category, 'value'] <@ state.conditions
    ORDER BY listed.place
    LIMIT 1
) AS found ON true;
COMMENT ON VIEW graph.branch_derived_category IS '应属分类 The category that the rules in effect derive from affiliations and supporting unit today (000 §二).';
COMMENT ON COLUMN graph.branch_derived_category.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.branch_derived_category.committee_id IS 'Its committee.';
COMMENT ON COLUMN graph.branch_derived_category.category IS 'The first category of the precedence all of whose conditions hold, else UNCLASSIFIED.';
COMMENT ON COLUMN graph.branch_derived_category.reason_code IS 'CONDITIONS_MET, or why no category fits: NO_MEMBERS, AFFILIATION_NOT_STATED, AFFILIATIONS_MIXED, NO_CATEGORY_FITS.';
COMMENT ON COLUMN graph.branch_derived_category.reason IS 'The same in a sentence, with the numbers.';
COMMENT ON COLUMN graph.branch_derived_category.clause IS 'Where the rule stands.';
COMMENT ON COLUMN graph.branch_derived_category.member_count IS 'Its members.';
COMMENT ON COLUMN graph.branch_derived_category.with_committee_count IS 'Members whose affiliation is with a branch of the same committee.';
COMMENT ON COLUMN graph.branch_derived_category.elsewhere_count IS 'Members whose affiliation is stated and elsewhere.';
COMMENT ON COLUMN graph.branch_derived_category.not_stated_count IS 'Members whose affiliation is not stated.';
COMMENT ON COLUMN graph.branch_derived_category.staff_count IS 'Members who are staff of a supporting unit of the society.';

CREATE VIEW graph.branch_upgrade_condition AS
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

CREATE VIEW graph.branch_permission AS
SELECT branch.id AS branch_id, permission.name AS permission, (permission.rule ->> 'value')::boolean AS is_allowed, permission.rule ->> 'source' AS clause
FROM graph.branch
JOIN graph.committee ON committee.id = branch.committee_id
LEFT JOIN graph.branch_category_period AS period ON period.branch_id = branch.id AND period.valid_during @> CURRENT_DATE
CROSS JOIN LATERAL graph.rules_in_effect(committee.region_code, 'categories', CURRENT_DATE) AS rules (section)
CROSS JOIN LATERAL jsonb_each(rules.section #> ARRAY['permissions', coalesce(period.category, 'UNCLASSIFIED')]) AS permission (name, rule);
COMMENT ON VIEW graph.branch_permission IS '权限 What a branch of its present category may do (000 §三).';
COMMENT ON COLUMN graph.branch_permission.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.branch_permission.permission IS 'DEVELOP_MEMBERS, CONVERT_PROBATIONARY, COLLECT_DUES or CULTIVATE_APPLICANTS.';
COMMENT ON COLUMN graph.branch_permission.is_allowed IS 'Whether it may.';
COMMENT ON COLUMN graph.branch_permission.clause IS 'Where that stands.';

CREATE VIEW graph.category_review AS
SELECT branch.id AS branch_id, branch.committee_id, coalesce(period.category, 'UNCLASSIFIED') AS category, derived.category AS derived_category
FROM graph.branch
LEFT JOIN graph.branch_category_period AS period ON period.branch_id = branch.id AND period.valid_during @> CURRENT_DATE
JOIN graph.branch_derived_category AS derived ON derived.branch_id = branch.id
WHERE branch.status <> 'DISSOLVED' AND (derived.category = 'UNCLASSIFIED' OR derived.category <> coalesce(period.category, 'UNCLASSIFIED'));
COMMENT ON VIEW graph.category_review IS '待核分类 Branches whose present category is not the derived one, and those for which none can be derived.';
COMMENT ON COLUMN graph.category_review.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.category_review.committee_id IS 'Its committee.';
COMMENT ON COLUMN graph.category_review.category IS 'Its present category.';
COMMENT ON COLUMN graph.category_review.derived_category IS 'The derived one.';

CREATE VIEW graph.roster_difference AS
SELECT entry.roster_id, entry.position, entry.branch_id, entry.category AS listed_category, coalesce(period.category, 'UNCLASSIFIED') AS category,
       derived.category AS derived_category,
       CASE
           WHEN entry.category <> coalesce(period.category, 'UNCLASSIFIED') THEN 'RECLASSIFIED'
           WHEN derived.reason_code IN ('NO_MEMBERS', 'AFFILIATION_NOT_STATED') THEN 'NOT_PROVEN'
           ELSE 'DERIVED_DIFFERS'
       END AS code
FROM graph.roster_entry AS entry
LEFT JOIN graph.branch_category_period AS period ON period.branch_id = entry.branch_id AND period.valid_during @> CURRENT_DATE
JOIN graph.branch_derived_category AS derived ON derived.branch_id = entry.branch_id
WHERE entry.category <> coalesce(period.category, 'UNCLASSIFIED') OR entry.category <> derived.category;
COMMENT ON VIEW graph.roster_difference IS '名单核对 Entries of a list whose category is not that of the graph today, or not the derived one. The list stays as it was published.';
COMMENT ON COLUMN graph.roster_difference.roster_id IS 'The list.';
COMMENT ON COLUMN graph.roster_difference.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN graph.roster_difference.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.roster_difference.listed_category IS 'The category under which it is listed.';
COMMENT ON COLUMN graph.roster_difference.category IS 'Its category in the graph today.';
COMMENT ON COLUMN graph.roster_difference.derived_category IS 'The category that the rules derive.';
COMMENT ON COLUMN graph.roster_difference.code IS 'RECLASSIFIED: the graph has another category today. NOT_PROVEN: too little is stated to derive one. DERIVED_DIFFERS: what is stated gives another.';
