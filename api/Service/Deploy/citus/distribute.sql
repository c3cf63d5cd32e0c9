-- The graph's tables over several servers with Citus: a shard holds what belongs to one committee of the first level and all below it. Until "CITUS" below
-- everything is plain PostgreSQL, and ShardPlanTests runs it; what is below was not run. Run it once, on a migrated and filled copy, with the services stopped:
--   psql -v ON_ERROR_STOP=1 -1 -f distribute.sql
-- README.md says what it costs.

-- Grain: one row per table of graph.
--   DISTRIBUTED  rows stand in the shard of their committee: key place is the table's own, else the columns lead to a row that has one, the first that is filled
--   REFERENCE    the same rows on every server
--   LOCAL        on the coordinator alone
CREATE TEMP TABLE shard_plan (name text PRIMARY KEY, way text NOT NULL, key text NOT NULL);
INSERT INTO shard_plan (name, way, key) VALUES
    ('activity', 'DISTRIBUTED', 'place'),
    ('activity_attendance', 'DISTRIBUTED', 'activity_id'),
    ('admonition_talk', 'DISTRIBUTED', 'entry_id'),
    ('affiliation_past', 'DISTRIBUTED', 'member_id'),
    ('affiliation_transfer', 'DISTRIBUTED', 'member_id'),
    ('applicant', 'DISTRIBUTED', 'branch_id'),
    ('appointment', 'DISTRIBUTED', 'branch_id society_id council_term_id committee_id'),
    ('assessment', 'DISTRIBUTED', 'place'),
    ('assessment_entry', 'DISTRIBUTED', 'place'),
    ('assessment_item_score', 'DISTRIBUTED', 'place'),
    ('assessment_rating', 'DISTRIBUTED', 'entry_id'),
    ('assessment_round', 'DISTRIBUTED', 'committee_id'),
    ('assessment_scheme', 'REFERENCE', ''),
    ('assessment_stage_event', 'DISTRIBUTED', 'entry_id'),
    ('audit_event', 'LOCAL', ''),
    ('audit_pruned', 'LOCAL', ''),
    ('audit_seal', 'LOCAL', ''),
    ('audit_unsealed', 'LOCAL', ''),
    ('bonus_claim', 'DISTRIBUTED', 'entry_id'),
    ('branch', 'DISTRIBUTED', 'place'),
    ('branch_alias', 'DISTRIBUTED', 'branch_id'),
    ('branch_category_period', 'DISTRIBUTED', 'place'),
    ('branch_end', 'DISTRIBUTED', 'branch_id'),
    ('branch_ended_part', 'DISTRIBUTED', 'branch_id'),
    ('branch_parent', 'DISTRIBUTED', 'branch_id'),
    ('branch_past', 'DISTRIBUTED', 'branch_id'),
    ('branch_restoration', 'DISTRIBUTED', 'branch_id'),
    ('branch_society', 'DISTRIBUTED', 'place'),
    ('branch_society_past', 'DISTRIBUTED', 'branch_id society_id'),
    ('branch_status_period', 'DISTRIBUTED', 'place'),
    ('branch_year_plan', 'DISTRIBUTED', 'branch_id'),
    ('change', 'LOCAL', ''),
    ('committee', 'REFERENCE', ''),
    ('committee_alias', 'REFERENCE', ''),
    ('committee_meeting', 'DISTRIBUTED', 'committee_id'),
    ('committee_parent', 'REFERENCE', ''),
    ('committee_past', 'REFERENCE', ''),
    ('committee_restoration', 'REFERENCE', ''),
    ('community_check_in', 'DISTRIBUTED', 'branch_id'),
    ('consortium', 'DISTRIBUTED', 'committee_id'),
    ('consortium_branch', 'DISTRIBUTED', 'branch_id consortium_id'),
    ('consortium_ranking', 'DISTRIBUTED', 'consortium_id'),
    ('consortium_supervision', 'DISTRIBUTED', 'consortium_id'),
    ('contact_point', 'DISTRIBUTED', 'committee_id'),
    ('council_term', 'DISTRIBUTED', 'place'),
    ('debrief_ballot', 'DISTRIBUTED', 'entry_id'),
    ('discipline', 'REFERENCE', ''),
    ('discrepancy', 'DISTRIBUTED', 'roster_id'),
    ('dismissed_finding', 'DISTRIBUTED', 'entry_id'),
    ('dues_payment', 'DISTRIBUTED', 'branch_id member_id'),
    ('dues_standard', 'DISTRIBUTED', 'member_id'),
    ('duty', 'DISTRIBUTED', 'committee_id'),
    ('employment', 'REFERENCE', ''),
    ('ended_membership', 'DISTRIBUTED', 'member_id'),
    ('event_filing', 'DISTRIBUTED', 'society_id'),
    ('evidence_record', 'DISTRIBUTED', 'branch_id society_id leading_group_id kept_by_id'),
    ('fail_finding', 'DISTRIBUTED', 'entry_id'),
    ('fund_report', 'DISTRIBUTED', 'society_id'),
    ('import_run', 'DISTRIBUTED', 'committee_id'),
    ('instructor_assignment', 'DISTRIBUTED', 'society_id'),
    ('leading_group', 'DISTRIBUTED', 'place'),
    ('leading_group_agenda_item', 'DISTRIBUTED', 'meeting_id'),
    ('leading_group_attendance', 'DISTRIBUTED', 'meeting_id'),
    ('leading_group_composition', 'DISTRIBUTED', 'place'),
    ('leading_group_local_rule', 'DISTRIBUTED', 'leading_group_id'),
    ('leading_group_meeting', 'DISTRIBUTED', 'place'),
    ('leading_group_observer', 'DISTRIBUTED', 'meeting_id'),
    ('leading_group_seat', 'DISTRIBUTED', 'composition_id'),
    ('leading_group_stage', 'DISTRIBUTED', 'leading_group_id'),
    ('leading_group_voter', 'DISTRIBUTED', 'meeting_id'),
    ('leading_group_written_opinion', 'DISTRIBUTED', 'meeting_id'),
    ('ledger_entry', 'DISTRIBUTED', 'society_id'),
    ('member', 'DISTRIBUTED', 'place'),
    ('member_branch_past', 'DISTRIBUTED', 'member_id'),
    ('member_status_past', 'DISTRIBUTED', 'member_id'),
    ('mended_record', 'DISTRIBUTED', 'committee_id'),
    ('organization_life', 'DISTRIBUTED', 'branch_id member_id'),
    ('party_group', 'DISTRIBUTED', 'branch_id'),
    ('party_group_member', 'DISTRIBUTED', 'party_group_id'),
    ('person', 'REFERENCE', ''),
    ('policy_clause', 'REFERENCE', ''),
    ('policy_document', 'REFERENCE', ''),
    ('reclassification', 'DISTRIBUTED', 'branch_id'),
    ('rectification', 'DISTRIBUTED', 'branch_id society_id committee_id'),
    ('rectification_stage', 'DISTRIBUTED', 'rectification_id'),
    ('region', 'REFERENCE', ''),
    ('region_list', 'LOCAL', ''),
    ('roster', 'DISTRIBUTED', 'committee_id'),
    ('roster_count', 'DISTRIBUTED', 'roster_id'),
    ('roster_entry', 'DISTRIBUTED', 'roster_id'),
    ('rule_set', 'REFERENCE', ''),
    ('rule_set_section', 'REFERENCE', ''),
    ('society', 'DISTRIBUTED', 'place'),
    ('society_alias', 'DISTRIBUTED', 'society_id'),
    ('society_past', 'DISTRIBUTED', 'society_id'),
    ('society_restoration', 'DISTRIBUTED', 'society_id'),
    ('society_supporting_unit', 'DISTRIBUTED', 'society_id'),
    ('supervision_team', 'DISTRIBUTED', 'committee_id'),
    ('supervision_team_member', 'DISTRIBUTED', 'supervision_team_id'),
    ('supporting_unit', 'REFERENCE', ''),
    ('supporting_unit_past', 'REFERENCE', ''),
    ('sync_point', 'DISTRIBUTED', 'society_id'),
    ('touched', 'LOCAL', ''),
    ('touched_reader', 'LOCAL', ''),
    ('turn', 'LOCAL', ''),
    ('uncovered_reason', 'DISTRIBUTED', 'society_id'),
    ('veto', 'DISTRIBUTED', 'society_id'),
    ('work_target', 'DISTRIBUTED', 'committee_id');

-- Grain: one row per foreign key that leads from a distributed table, or to one. A key of two columns carries the place along.
CREATE TEMP VIEW shard_key AS
SELECT k.oid, k.conname AS name, c.relname AS child, p.relname AS parent, c.oid AS child_id,
    (SELECT attname FROM pg_attribute WHERE attrelid = k.conrelid AND attnum = k.conkey[1]) AS key,
    n.nspname AS child_schema, pg_get_constraintdef(k.oid) AS definition,
    coalesce(cs.way, 'LOCAL') AS child_way, coalesce(ps.way, 'LOCAL') AS parent_way, cs.key AS child_key,
    -- Held: the row stands in its parent's shard, because its key is taken from there or the place came along.
    cs.way = 'DISTRIBUTED' AND ps.way = 'DISTRIBUTED' AND i.leads AS is_held,
    -- The column alone says in which shard the row stands.
    cs.way = 'DISTRIBUTED' AND (ps.way = 'DISTRIBUTED' OR p.relname = 'committee') AND i.leads AS says_where
FROM pg_constraint AS k
JOIN pg_class AS c ON c.oid = k.conrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_class AS p ON p.oid = k.confrelid
LEFT JOIN shard_plan AS cs ON cs.name = c.relname AND n.nspname = 'graph'
LEFT JOIN shard_plan AS ps ON ps.name = p.relname AND p.relnamespace = 'graph'::regnamespace
CROSS JOIN LATERAL (
    SELECT coalesce(
        split_part(cs.key, ' ', 1) = (SELECT attname FROM pg_attribute WHERE attrelid = k.conrelid AND attnum = k.conkey[1])
        OR (SELECT attname FROM pg_attribute WHERE attrelid = k.conrelid AND attnum = k.conkey[2]) = 'place', false) AS leads
) AS i
WHERE k.contype = 'f' AND (cs.way = 'DISTRIBUTED' OR ps.way = 'DISTRIBUTED');

-- 1. The key. Triggers would take it for a change of what it says.
SET LOCAL session_replication_role = replica;
DO $$
DECLARE
    one record;
    step record;
    missing bigint;
    before bigint := -1;
BEGIN
    FOR one IN SELECT * FROM shard_plan WHERE way = 'DISTRIBUTED' LOOP
        EXECUTE format('ALTER TABLE graph.%I ADD COLUMN shard_id bigint', one.name);
        IF one.key = 'place' THEN
            EXECUTE format('UPDATE graph.%I SET shard_id = place >> 48', one.name);
        END IF;
    END LOOP;
    -- Parents before children, which takes as many rounds as the tree of keys is deep.
    LOOP
        missing := 0;
        FOR one IN SELECT * FROM shard_plan WHERE way = 'DISTRIBUTED' AND key <> 'place' LOOP
            FOR step IN
                SELECT k.key, k.parent, k.parent_way FROM regexp_split_to_table(one.key, ' ') WITH ORDINALITY AS c (key, number)
                JOIN LATERAL (
                    SELECT a.attname AS key, p.relname AS parent, s.way AS parent_way
                    FROM pg_constraint AS f
                    JOIN pg_attribute AS a ON a.attrelid = f.conrelid AND a.attnum = f.conkey[1] AND a.attname = c.key
                    JOIN pg_class AS p ON p.oid = f.confrelid JOIN shard_plan AS s ON s.name = p.relname
                    WHERE f.contype = 'f' AND f.conrelid = ('graph.' || one.name)::regclass
                    LIMIT 1
                ) AS k ON true ORDER BY c.number
            LOOP
                EXECUTE format('UPDATE graph.%I AS t SET shard_id = %s FROM graph.%I AS p WHERE p.id = t.%I AND t.shard_id IS NULL', one.name,
                    CASE step.parent_way WHEN 'DISTRIBUTED' THEN 'p.shard_id' ELSE 'p.place >> 48' END, step.parent, step.key);
            END LOOP;
            EXECUTE format('SELECT count(*) + $1 FROM graph.%I WHERE shard_id IS NULL', one.name) INTO missing USING missing;
        END LOOP;
        EXIT WHEN missing = 0;
        IF missing = before THEN
            RAISE EXCEPTION '% rows lead to no committee', missing;
        END IF;
        before := missing;
    END LOOP;
    FOR one IN SELECT * FROM shard_plan WHERE way = 'DISTRIBUTED' LOOP
        EXECUTE format('ALTER TABLE graph.%I ALTER COLUMN shard_id SET NOT NULL', one.name);
    END LOOP;
END
$$;
SET LOCAL session_replication_role = origin;

-- 2. Keys. Citus takes no constraint on a distributed table without the column it is distributed by. Those that crossed shards (README.md) hold within one from here on.
CREATE TEMP TABLE shard_key_before AS SELECT * FROM shard_key;
DO $$
DECLARE
    one record;
BEGIN
    FOR one IN SELECT * FROM shard_key_before LOOP
        EXECUTE format('ALTER TABLE %I.%I DROP CONSTRAINT %I', one.child_schema, one.child, one.name);
    END LOOP;
    FOR one IN
        SELECT k.conname AS name, s.name AS child, k.contype, pg_get_constraintdef(k.oid) AS definition
        FROM pg_constraint AS k JOIN shard_plan AS s ON k.conrelid = ('graph.' || s.name)::regclass
        WHERE s.way = 'DISTRIBUTED' AND k.contype IN ('p', 'u', 'x')
    LOOP
        EXECUTE format('ALTER TABLE graph.%I DROP CONSTRAINT %I CASCADE', one.child, one.name);
        EXECUTE format('ALTER TABLE graph.%I ADD CONSTRAINT %I %s', one.child, one.name,
            regexp_replace(one.definition, '\(', CASE one.contype WHEN 'x' THEN '(shard_id WITH =, ' ELSE '(shard_id, ' END));
    END LOOP;
    FOR one IN
        SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
        FROM pg_index AS i JOIN shard_plan AS s ON i.indrelid = ('graph.' || s.name)::regclass
        WHERE s.way = 'DISTRIBUTED' AND i.indisunique AND NOT EXISTS (SELECT FROM pg_constraint AS k WHERE k.conindid = i.indexrelid)
    LOOP
        EXECUTE 'DROP INDEX ' || one.name;
        EXECUTE regexp_replace(one.definition, 'btree \(', 'btree (shard_id, ');
    END LOOP;
    FOR one IN SELECT * FROM shard_key_before LOOP
        IF one.is_held THEN
            -- The place need not come along any more, nor what changes it.
            EXECUTE format('ALTER TABLE graph.%I ADD CONSTRAINT %I %s', one.child, one.name,
                regexp_replace(replace(replace(one.definition, ', place)', ')'), ' ON UPDATE CASCADE', ''), '(FOREIGN KEY |REFERENCES [^(]*)\(', '\1(shard_id, ', 'g'));
        ELSIF one.child_way = 'DISTRIBUTED' AND one.parent_way = 'REFERENCE' THEN
            EXECUTE format('ALTER TABLE graph.%I ADD CONSTRAINT %I %s', one.child, one.name,
                replace(replace(one.definition, ', place)', ')'), ' ON UPDATE CASCADE', ''));
        END IF;
    END LOOP;
END
$$;

-- CITUS: not run.
CREATE EXTENSION citus;
SET LOCAL citus.enable_unsafe_triggers = on;
SELECT create_reference_table(('graph.' || name)::regclass) FROM shard_plan WHERE way = 'REFERENCE' ORDER BY name;
SELECT create_distributed_table('graph.society'::regclass, 'shard_id');
SELECT create_distributed_table(('graph.' || name)::regclass, 'shard_id', colocate_with => 'graph.society')
FROM shard_plan WHERE way = 'DISTRIBUTED' AND name <> 'society' ORDER BY name;
