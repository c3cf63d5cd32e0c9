-- Grain: one row per table of graph and way in which its rows belong to something (a table may have several: then a row is seen where one of them is).
-- Every table has a row here, or a test fails. What follows makes roles, policies and grants of it, each time that views and functions are made.
--   PLACE      the row carries its committee's place, and belongs to a row of another table, by its column key
--   UPPER      the row belongs to a row of another table, by its column key, and is seen with it
--   LOWER      rows of another table belong to it, by their column key, and it is seen with them
--   SHARED     reference data that everybody reads
--   OWN        the program's own, which no role of the API reads
CREATE OR REPLACE VIEW graph.access_rule AS
SELECT name, way, other, key, is_about_people, is_written
FROM (VALUES
    ('region', 'SHARED', NULL, NULL, false, false),
    ('discipline', 'SHARED', NULL, NULL, false, false),
    ('policy_document', 'SHARED', NULL, NULL, false, true),
    ('policy_clause', 'SHARED', NULL, NULL, false, false),
    ('rule_set', 'SHARED', NULL, NULL, false, false),
    ('rule_set_section', 'SHARED', NULL, NULL, false, false),
    ('assessment_scheme', 'SHARED', NULL, NULL, false, true),
    ('supporting_unit', 'SHARED', NULL, NULL, false, true),
    ('supporting_unit_past', 'SHARED', NULL, NULL, false, true),
    ('region_list', 'OWN', NULL, NULL, false, false),
    ('touched', 'OWN', NULL, NULL, false, false),
    ('touched_reader', 'OWN', NULL, NULL, false, false),
    ('audit_event', 'OWN', NULL, NULL, false, false),
    ('audit_unsealed', 'OWN', NULL, NULL, false, false),
    ('audit_seal', 'OWN', NULL, NULL, false, false),
    ('audit_pruned', 'OWN', NULL, NULL, false, false),
    -- Who changed what: read of things that the caller sees, by the service alone; it holds no text.
    ('change', 'SHARED', NULL, NULL, true, true),
    -- Whoever may change anything may lock it.
    ('turn', 'SHARED', NULL, NULL, false, true),
    ('committee', 'PLACE', NULL, NULL, false, true),
    ('committee_alias', 'UPPER', 'committee', 'committee_id', false, true),
    ('committee_past', 'UPPER', 'committee', 'committee_id', false, true),
    ('committee_parent', 'UPPER', 'committee', 'committee_id', false, true),
    ('committee_restoration', 'UPPER', 'committee', 'committee_id', true, true),
    ('committee_meeting', 'UPPER', 'committee', 'committee_id', false, true),
    ('work_target', 'UPPER', 'committee', 'committee_id', false, true),
    ('import_run', 'UPPER', 'committee', 'committee_id', true, true),
    ('roster', 'UPPER', 'committee', 'committee_id', false, true),
    ('roster_count', 'UPPER', 'roster', 'roster_id', false, true),
    ('roster_entry', 'UPPER', 'roster', 'roster_id', false, true),
    ('discrepancy', 'UPPER', 'roster', 'roster_id', false, true),
    ('duty', 'UPPER', 'committee', 'committee_id', true, true),
    ('contact_point', 'UPPER', 'committee', 'committee_id', true, true),
    ('assessment_round', 'UPPER', 'committee', 'committee_id', false, true),
    ('consortium', 'UPPER', 'committee', 'committee_id', false, true),
    ('supervision_team', 'UPPER', 'committee', 'committee_id', false, true),
    ('supervision_team_member', 'UPPER', 'supervision_team', 'supervision_team_id', true, true),
    ('consortium_branch', 'UPPER', 'consortium', 'consortium_id', false, true),
    ('consortium_branch', 'UPPER', 'branch', 'branch_id', false, true),
    ('consortium_supervision', 'UPPER', 'consortium', 'consortium_id', false, true),
    ('consortium_ranking', 'UPPER', 'consortium', 'consortium_id', false, true),
    ('mended_record', 'UPPER', 'committee', 'committee_id', true, true),
    ('society', 'PLACE', 'committee', 'committee_id', false, true),
    ('society_alias', 'UPPER', 'society', 'society_id', false, true),
    ('society_past', 'UPPER', 'society', 'society_id', false, true),
    ('society_restoration', 'UPPER', 'society', 'society_id', true, true),
    ('society_supporting_unit', 'UPPER', 'society', 'society_id', false, true),
    ('council_term', 'PLACE', 'society', 'society_id', false, true),
    ('instructor_assignment', 'UPPER', 'society', 'society_id', true, true),
    ('ledger_entry', 'UPPER', 'society', 'society_id', false, true),
    ('sync_point', 'UPPER', 'society', 'society_id', false, true),
    ('uncovered_reason', 'UPPER', 'society', 'society_id', false, true),
    ('veto', 'UPPER', 'society', 'society_id', true, true),
    ('event_filing', 'UPPER', 'society', 'society_id', false, true),
    ('fund_report', 'UPPER', 'society', 'society_id', false, true),
    ('leading_group', 'PLACE', 'council_term', 'council_term_id', true, true),
    ('leading_group_composition', 'PLACE', 'leading_group', 'leading_group_id', false, true),
    ('leading_group_local_rule', 'UPPER', 'leading_group', 'leading_group_id', false, true),
    ('leading_group_stage', 'UPPER', 'leading_group', 'leading_group_id', true, true),
    ('leading_group_seat', 'UPPER', 'leading_group_composition', 'composition_id', true, true),
    ('leading_group_meeting', 'PLACE', 'leading_group', 'leading_group_id', true, true),
    ('leading_group_agenda_item', 'UPPER', 'leading_group_meeting', 'meeting_id', false, true),
    ('leading_group_attendance', 'UPPER', 'leading_group_meeting', 'meeting_id', true, true),
    ('leading_group_observer', 'UPPER', 'leading_group_meeting', 'meeting_id', true, true),
    ('leading_group_voter', 'UPPER', 'leading_group_meeting', 'meeting_id', true, true),
    ('leading_group_written_opinion', 'UPPER', 'leading_group_meeting', 'meeting_id', true, true),
    ('rectification', 'UPPER', 'committee', 'committee_id', false, true),
    ('rectification', 'UPPER', 'branch', 'branch_id', false, true),
    ('rectification', 'UPPER', 'society', 'society_id', false, true),
    ('rectification_stage', 'UPPER', 'rectification', 'rectification_id', true, true),
    ('evidence_record', 'UPPER', 'committee', 'kept_by_id', true, true),
    ('evidence_record', 'UPPER', 'branch', 'branch_id', true, true),
    ('evidence_record', 'UPPER', 'society', 'society_id', true, true),
    ('evidence_record', 'UPPER', 'leading_group', 'leading_group_id', true, true),
    ('branch', 'PLACE', 'committee', 'committee_id', false, true),
    ('branch_alias', 'UPPER', 'branch', 'branch_id', false, true),
    ('branch_past', 'UPPER', 'branch', 'branch_id', false, true),
    ('branch_end', 'UPPER', 'branch', 'branch_id', true, true),
    ('branch_ended_part', 'UPPER', 'branch', 'branch_id', true, true),
    ('branch_parent', 'UPPER', 'branch', 'branch_id', false, true),
    ('branch_restoration', 'UPPER', 'branch', 'branch_id', true, true),
    ('branch_society', 'PLACE', 'branch', 'branch_id', false, true),
    ('branch_society_past', 'UPPER', 'branch', 'branch_id', false, true),
    ('branch_society_past', 'UPPER', 'society', 'society_id', false, true),
    ('branch_category_period', 'PLACE', 'branch', 'branch_id', false, true),
    ('branch_status_period', 'PLACE', 'branch', 'branch_id', false, true),
    ('branch_year_plan', 'UPPER', 'branch', 'branch_id', false, true),
    ('community_check_in', 'UPPER', 'branch', 'branch_id', false, true),
    ('reclassification', 'UPPER', 'branch', 'branch_id', true, true),
    ('activity', 'PLACE', 'branch', 'branch_id', false, true),
    ('activity_attendance', 'UPPER', 'activity', 'activity_id', true, true),
    ('assessment', 'PLACE', 'branch', 'branch_id', false, true),
    ('assessment_item_score', 'PLACE', 'assessment', 'assessment_id', false, true),
    ('assessment_entry', 'PLACE', 'branch', 'branch_id', true, true),
    ('assessment_rating', 'UPPER', 'assessment_entry', 'entry_id', false, true),
    ('assessment_stage_event', 'UPPER', 'assessment_entry', 'entry_id', true, true),
    ('admonition_talk', 'UPPER', 'assessment_entry', 'entry_id', true, true),
    ('bonus_claim', 'UPPER', 'assessment_entry', 'entry_id', false, true),
    ('debrief_ballot', 'UPPER', 'assessment_entry', 'entry_id', false, true),
    ('dismissed_finding', 'UPPER', 'assessment_entry', 'entry_id', true, true),
    ('fail_finding', 'UPPER', 'assessment_entry', 'entry_id', true, true),
    ('member', 'PLACE', 'branch', 'branch_id', true, true),
    ('member_branch_past', 'UPPER', 'member', 'member_id', true, true),
    ('member_status_past', 'UPPER', 'member', 'member_id', true, true),
    ('affiliation_past', 'UPPER', 'member', 'member_id', true, true),
    ('affiliation_transfer', 'UPPER', 'member', 'member_id', true, true),
    ('ended_membership', 'UPPER', 'member', 'member_id', true, true),
    ('organization_life', 'UPPER', 'member', 'member_id', true, true),
    ('organization_life', 'UPPER', 'branch', 'branch_id', true, true),
    ('dues_standard', 'UPPER', 'member', 'member_id', true, true),
    ('dues_payment', 'UPPER', 'branch', 'branch_id', true, true),
    ('dues_payment', 'UPPER', 'member', 'member_id', true, true),
    ('party_group', 'UPPER', 'branch', 'branch_id', true, true),
    ('party_group_member', 'UPPER', 'party_group', 'party_group_id', true, true),
    ('applicant', 'UPPER', 'branch', 'branch_id', true, true),
    ('appointment', 'UPPER', 'branch', 'branch_id', true, true),
    ('appointment', 'UPPER', 'council_term', 'council_term_id', true, true),
    ('appointment', 'UPPER', 'committee', 'committee_id', true, true),
    ('appointment', 'UPPER', 'society', 'society_id', true, true),
    ('employment', 'UPPER', 'person', 'person_id', true, true),
    ('person', 'PLACE', NULL, NULL, true, true),
    ('person', 'LOWER', 'member', 'person_id', true, true),
    ('person', 'LOWER', 'applicant', 'person_id', true, true),
    ('person', 'LOWER', 'appointment', 'person_id', true, true),
    ('person', 'LOWER', 'leading_group_seat', 'person_id', true, true),
    ('person', 'LOWER', 'leading_group', 'contact_person_id', true, true),
    ('person', 'LOWER', 'leading_group_meeting', 'minutes_keeper_id', true, true),
    ('person', 'LOWER', 'leading_group_observer', 'person_id', true, true),
    ('person', 'LOWER', 'supervision_team_member', 'person_id', true, true),
    ('person', 'LOWER', 'contact_point', 'person_id', true, true)
) AS listed (name, way, other, key, is_about_people, is_written);
COMMENT ON VIEW graph.access_rule IS 'To what the rows of each table belong, of which policies and grants are made.';
COMMENT ON COLUMN graph.access_rule.name IS 'Table of schema graph.';
COMMENT ON COLUMN graph.access_rule.way IS 'PLACE, UPPER, LOWER, SHARED or OWN.';
COMMENT ON COLUMN graph.access_rule.other IS 'The other table; null of what belongs to none.';
COMMENT ON COLUMN graph.access_rule.key IS 'Column that leads there: the other table''s of LOWER, else its own.';
COMMENT ON COLUMN graph.access_rule.is_about_people IS 'Whether rows tell of single people, or who did something: researchers do not read them.';
COMMENT ON COLUMN graph.access_rule.is_written IS 'Whether changes over the API write it.';

-- Roles of the API: a session is in one of them from its start. They own nothing, and nobody has their rights without taking the role: a login gets at them
-- through api_sessions, which does not inherit. Else all their policies would hold for it at once.
DO $$
DECLARE
    role text;
    said text;
BEGIN
    FOREACH role IN ARRAY ARRAY['api_sessions', 'api_everywhere', 'api_research', 'api_committee', 'api_branch', 'api_self'] LOOP
        -- Another database of the cluster may be faster.
        BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
                said := format('CREATE ROLE %I NOLOGIN %s', role, CASE role WHEN 'api_sessions' THEN 'NOINHERIT' ELSE '' END);
                EXECUTE said;
            END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;
        END;
        BEGIN
            IF role <> 'api_sessions' AND NOT pg_has_role('api_sessions', role, 'MEMBER') THEN
                said := format('GRANT %I TO api_sessions', role);
                EXECUTE said;
            END IF;
        EXCEPTION WHEN unique_violation THEN
            NULL;
        END;
    END LOOP;
    -- Whoever owns the database starts sessions in the roles.
    IF NOT pg_has_role(current_user, 'api_sessions', 'MEMBER') THEN
        said := format('GRANT api_sessions TO %I', current_user);
        EXECUTE said;
    END IF;
EXCEPTION WHEN insufficient_privilege THEN
    RAISE insufficient_privilege USING
        MESSAGE = format('%I may not do this: %s', current_user, said),
        HINT = 'Let an administrator of the server run that line, for each of api_sessions (NOINHERIT), api_everywhere, api_research, api_committee, '
            'api_branch and api_self, or give CREATEROLE to the owner of the database.';
END $$;

-- Policies. A setting is read once a statement (a scalar subquery), and the test is one that the planner takes nearly every row to pass, so that plans
-- are those without policies. A policy whose text has not changed is left alone: making one locks its table.
DO $$
DECLARE
    -- Sorted borders: inside behind an odd number of them. None, an empty one and a null key are outside.
    inside CONSTANT text := 'width_bucket(%s, (SELECT nullif(current_setting(''sp.scope'', true), '''')::bigint[])) & 1 <> 0';
    -- A supervision team looks at the assessment of branches, not at who is a member.
    team CONSTANT text := '(SELECT nullif(current_setting(''sp.team'', true), '''')::bigint)';
    of_members CONSTANT text[] := '{member,applicant,party_group,employment,dues_payment,organization_life,activity_attendance}';
    of_team CONSTANT text[] := '{supervision_team,consortium,consortium_supervision}';
    one record;
BEGIN
    -- What is a committee's own, through all that a row belongs to: what is only in sight, as a joint branch is, is not.
    CREATE TEMP TABLE own_rule (name text PRIMARY KEY, rule text, is_joint boolean) ON COMMIT DROP;
    LOOP
        INSERT INTO own_rule
        SELECT r.name, string_agg(
            CASE r.way
                WHEN 'PLACE' THEN format(inside, format('%I.place', r.name))
                ELSE format('EXISTS (SELECT FROM graph.%1$I WHERE %1$I.%2$I = %3$I.%4$I AND (%5$s))', r.other,
                    CASE r.way WHEN 'LOWER' THEN r.key ELSE 'id' END, r.name, CASE r.way WHEN 'LOWER' THEN 'id' ELSE r.key END, o.rule)
            END, ' OR ' ORDER BY r.way = 'PLACE' DESC, r.other, r.key),
            bool_or(r.way <> 'PLACE' AND (o.is_joint OR r.other IN ('branch', 'activity', 'assessment', 'assessment_entry')))
        FROM graph.access_rule AS r LEFT JOIN own_rule AS o ON o.name = r.other
        WHERE r.way NOT IN ('SHARED', 'OWN') AND r.name NOT IN (SELECT k.name FROM own_rule AS k)
        GROUP BY r.name HAVING bool_and(r.way = 'PLACE' OR o.name IS NOT NULL);
        EXIT WHEN NOT FOUND;
    END LOOP;
    CREATE TEMP TABLE wanted_policy ON COMMIT DROP AS
    WITH tie AS (
        SELECT r.name, r.way, r.other, r.key,
            CASE
                WHEN r.other IS NULL THEN NULL
                WHEN r.way = 'LOWER' THEN format('EXISTS (SELECT FROM graph.%I AS o WHERE o.%I = %I.id)', r.other, r.key, r.name)
                ELSE format('EXISTS (SELECT FROM graph.%I AS o WHERE o.id = %I.%I)', r.other, r.name, r.key)
            END AS seen
        FROM graph.access_rule AS r WHERE r.way NOT IN ('SHARED', 'OWN')
    ), of_committee AS (
        SELECT name, string_agg(
            CASE way WHEN 'PLACE' THEN format(inside, 'place') ELSE seen END,
            ' OR ' ORDER BY way = 'PLACE' DESC, other, key) AS rule
        FROM tie GROUP BY name
    ), of_branch AS (
        SELECT t.name, CASE
            WHEN t.name = 'branch' THEN format(inside, 'id')
            WHEN t.way = 'PLACE' AND t.key = 'branch_id' THEN format(inside, 'branch_id')
            WHEN t.name = 'society' THEN 'EXISTS (SELECT FROM graph.branch_society AS o WHERE o.society_id = society.id)'
            WHEN t.name = 'committee' THEN 'EXISTS (SELECT FROM graph.branch AS o WHERE o.committee_id = committee.id)'
            -- What a committee does for itself is not a branch's; a team has its consortia.
            WHEN t.name = 'supervision_team' THEN format('id = %s', team)
            WHEN t.name = 'consortium_supervision' THEN format('supervision_team_id = %s', team)
            WHEN t.name = 'consortium' THEN 'EXISTS (SELECT FROM graph.consortium_supervision AS o WHERE o.consortium_id = consortium.id)'
            WHEN t.other = 'committee' AND t.name NOT IN ('committee_alias', 'committee_past', 'committee_parent', 'assessment_round') THEN NULL
            ELSE t.seen
        END AS seen
        FROM tie AS t
    ), of_self AS (
        SELECT t.name, CASE
            WHEN t.name = 'member' THEN format(inside, 'id')
            WHEN t.other = 'member' AND t.way IN ('UPPER', 'LOWER') THEN t.seen
            WHEN t.name = 'activity_attendance' THEN 'EXISTS (SELECT FROM graph.member AS o WHERE o.id = activity_attendance.member_id)'
            WHEN t.name = 'branch' THEN 'EXISTS (SELECT FROM graph.member AS o WHERE o.branch_id = branch.id)'
            WHEN t.name IN ('branch_society', 'branch_category_period', 'branch_status_period', 'activity')
                THEN format('EXISTS (SELECT FROM graph.branch AS o WHERE o.id = %I.branch_id)', t.name)
            WHEN t.name = 'society' THEN 'EXISTS (SELECT FROM graph.branch_society AS o WHERE o.society_id = society.id)'
            WHEN t.name = 'committee' THEN 'EXISTS (SELECT FROM graph.branch AS o WHERE o.committee_id = committee.id)'
        END AS seen
        FROM tie AS t
    )
    -- Who is in a joint branch, its own committee alone knows.
    SELECT c.name, 'committee' AS policy, CASE WHEN o.is_joint AND c.name <> ALL (of_members) THEN 'SELECT' ELSE 'ALL' END AS command,
        'api_committee' AS role, CASE WHEN o.is_joint AND c.name = ANY (of_members) THEN o.rule ELSE c.rule END AS rule
    FROM of_committee AS c JOIN own_rule AS o USING (name)
    UNION ALL
    SELECT o.name, 'committee_' || lower(command), command, 'api_committee', o.rule
    FROM own_rule AS o, unnest(ARRAY['INSERT', 'UPDATE', 'DELETE']) AS command WHERE o.is_joint AND o.name <> ALL (of_members)
    UNION ALL
    -- A joint branch is seen, not changed, by the committees of its other societies.
    SELECT name, 'another_committee', 'SELECT', 'api_committee',
        format('%I = ANY ((SELECT graph.joint_branches())::bigint[])', key)
    FROM (VALUES ('branch', 'id'), ('branch_category_period', 'branch_id'), ('branch_status_period', 'branch_id'), ('activity', 'branch_id'),
        ('assessment', 'branch_id'), ('assessment_entry', 'branch_id')) AS joint (name, key)
    UNION ALL
    SELECT 'branch_society', 'another_committee', 'SELECT', 'api_committee', format(inside, 'society_place')
    UNION ALL
    SELECT name, 'branch', CASE WHEN name = ANY (of_team) THEN 'SELECT' ELSE 'ALL' END, 'api_branch',
        CASE WHEN name = ANY (of_members) THEN format('%s IS NULL AND (%s)', team, string_agg(seen, ' OR ' ORDER BY seen)) ELSE string_agg(seen, ' OR ' ORDER BY seen) END
    FROM of_branch WHERE seen IS NOT NULL GROUP BY name
    UNION ALL
    SELECT name, 'self', 'SELECT', 'api_self', string_agg(DISTINCT seen, ' OR ') FROM of_self WHERE seen IS NOT NULL GROUP BY name
    UNION ALL
    SELECT DISTINCT name, 'everywhere', 'ALL', 'api_everywhere', 'true' FROM tie
    UNION ALL
    SELECT DISTINCT r.name, 'research', 'SELECT', 'api_research', 'true' FROM graph.access_rule AS r JOIN tie USING (name) WHERE NOT r.is_about_people
    UNION ALL
    -- An owner without BYPASSRLS migrates and loads all the same; where a dump is restored, that is another one.
    SELECT DISTINCT name, 'owner', 'ALL', 'pg_database_owner', 'true' FROM tie;

    FOR one IN SELECT p.polname, c.relname FROM pg_policy AS p JOIN pg_class AS c ON c.oid = p.polrelid
        WHERE c.relnamespace = 'graph'::regnamespace AND NOT EXISTS (
            SELECT FROM wanted_policy AS w WHERE w.name = c.relname AND w.policy = p.polname
              AND obj_description(p.oid, 'pg_policy') = md5(concat_ws(' ', w.command, w.role, w.rule)))
    LOOP
        EXECUTE format('DROP POLICY %I ON graph.%I', one.polname, one.relname);
    END LOOP;
    FOR one IN SELECT DISTINCT w.name FROM wanted_policy AS w JOIN pg_class AS c ON c.oid = format('graph.%I', w.name)::regclass
        WHERE NOT (c.relrowsecurity AND c.relforcerowsecurity)
    LOOP
        EXECUTE format('ALTER TABLE graph.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', one.name);
    END LOOP;
    FOR one IN SELECT w.* FROM wanted_policy AS w WHERE NOT EXISTS (
        SELECT FROM pg_policy AS p WHERE p.polrelid = format('graph.%I', w.name)::regclass AND p.polname = w.policy)
    LOOP
        EXECUTE format('CREATE POLICY %I ON graph.%I FOR %s TO %I %s (%s)', one.policy, one.name, one.command, one.role,
            CASE one.command WHEN 'INSERT' THEN 'WITH CHECK' ELSE 'USING' END, one.rule);
        EXECUTE format('COMMENT ON POLICY %I ON graph.%I IS %L', one.policy, one.name, md5(concat_ws(' ', one.command, one.role, one.rule)));
    END LOOP;
    DROP TABLE wanted_policy, own_rule;
END $$;

-- Grants: what the service reads and writes. Nobody of them writes a place, but that of a society that comes: its foreign key and its policy know the right one,
-- and a list of 100,000 does not look it up for each.
DO $$
DECLARE
    one record;
BEGIN
    GRANT USAGE ON SCHEMA graph TO api_everywhere, api_research, api_committee, api_branch, api_self;
    FOR one IN
        SELECT r.name, bool_or(r.way = 'OWN') AS is_own, bool_or(r.way = 'SHARED') AS is_shared, bool_or(r.is_about_people) AS is_about_people,
            bool_or(r.is_written) AS is_written,
            EXISTS (SELECT FROM pg_policy AS p WHERE p.polrelid = format('graph.%I', r.name)::regclass AND p.polname = 'self') AS is_of_self,
            (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute AS a
             WHERE a.attrelid = format('graph.%I', r.name)::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
               AND NOT (bool_or(r.way = 'PLACE') AND a.attname IN ('place', 'society_place'))) AS columns
        FROM graph.access_rule AS r GROUP BY r.name
    LOOP
        EXECUTE format('REVOKE ALL ON graph.%I FROM api_everywhere, api_research, api_committee, api_branch, api_self', one.name);
        CONTINUE WHEN one.is_own;
        EXECUTE format('GRANT SELECT ON graph.%I TO api_everywhere, api_committee, api_branch', one.name);
        IF one.is_written THEN
            EXECUTE format('GRANT INSERT (%2$s), UPDATE (%2$s), DELETE ON graph.%1$I TO api_everywhere, api_committee, api_branch', one.name, one.columns);
        END IF;
        IF NOT one.is_about_people THEN
            EXECUTE format('GRANT SELECT ON graph.%I TO api_research', one.name);
        END IF;
        IF one.is_of_self OR (one.is_shared AND NOT one.is_about_people) THEN
            EXECUTE format('GRANT SELECT ON graph.%I TO api_self', one.name);
        END IF;
    END LOOP;
    -- Which branch another one is below is for research, who entered it is not.
    REVOKE SELECT ON graph.branch_parent FROM api_research;
    GRANT SELECT (id, branch_id, parent_id, valid_during, valid_from, valid_to) ON graph.branch_parent TO api_research;
    GRANT INSERT (place) ON graph.society TO api_everywhere, api_committee;
    REVOKE ALL ON FUNCTION graph.take_import_turn FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION graph.take_import_turn TO api_everywhere, api_committee;
    -- What a view shows is what its reader may see. Clauses are what everybody may, and mart.clause shows them to those who see nothing of the graph;
    -- a scope is found before anything is seen.
    FOR one IN SELECT c.oid::regclass AS name, c.relname FROM pg_class AS c WHERE c.relkind = 'v' AND c.relnamespace = 'graph'::regnamespace
    LOOP
        EXECUTE format('ALTER VIEW %s SET (security_invoker = %s)', one.name, one.relname NOT IN ('clause', 'committee_scope'));
        EXECUTE format('GRANT SELECT ON %s TO api_everywhere, api_research, api_committee, api_branch, api_self', one.name);
    END LOOP;
    -- What a draft of rules is replayed on; in a warehouse of its own these are tables, and nobody replays there.
    FOR one IN SELECT c.oid::regclass AS name FROM pg_class AS c
        WHERE c.relkind = 'v' AND c.relnamespace = to_regnamespace('source')
          AND c.relname IN ('branch', 'branch_category', 'branch_society', 'branch_status', 'society')
    LOOP
        GRANT USAGE ON SCHEMA source TO api_committee;
        EXECUTE format('ALTER VIEW %s SET (security_invoker = true)', one.name);
        EXECUTE format('GRANT SELECT ON %s TO api_committee', one.name);
    END LOOP;
    -- Triggers keep what all committees share, and what their caller may not see.
    FOR one IN SELECT p.oid::regprocedure AS name FROM pg_proc AS p
        WHERE p.pronamespace = 'graph'::regnamespace AND p.prorettype = 'trigger'::regtype
    LOOP
        EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp', one.name);
    END LOOP;
    -- Numbers of everywhere are nobody's secret who may see all organizations.
    FOR one IN SELECT role FROM unnest(ARRAY['api_everywhere', 'api_research']) AS role WHERE NOT pg_has_role(role, 'bi_reader', 'MEMBER') LOOP
        EXECUTE format('GRANT bi_reader TO %I', one.role);
    END LOOP;
END $$;
