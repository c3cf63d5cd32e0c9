-- Arguments in threes: a subject, its key in terms of the row r, and the first day that the change is about, likewise; PERIOD stands for rows that
-- hold during valid_during: of a period that is shortened, the change is about the days that it lost; ATTRIBUTES for rows that say since when they are as they are;
-- THERE for societies, of which the days between founding and cancellation change: those that are won or lost.
CREATE OR REPLACE FUNCTION graph.touch() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    -- More subjects than these are told as all of them.
    told_max CONSTANT int := 10000;
    changed CONSTANT text := CASE TG_OP
        WHEN 'INSERT' THEN 'SELECT r.*, false AS was FROM new_rows AS r'
        WHEN 'DELETE' THEN 'SELECT r.*, true AS was FROM old_rows AS r'
        ELSE replace('(SELECT *, false AS was FROM (SELECT % FROM new_rows EXCEPT ALL SELECT % FROM old_rows) AS r) '
            'UNION ALL (SELECT *, true AS was FROM (SELECT % FROM old_rows EXCEPT ALL SELECT % FROM new_rows) AS r)', '%', graph.own_columns(TG_RELID))
    END;
    told int;
    told_all int := 0;
BEGIN
    IF graph.is_carried() THEN
        RETURN NULL;
    END IF;
    FOR i IN 0 .. TG_NARGS - 1 BY 3 LOOP
        IF TG_OP = 'TRUNCATE' THEN
            INSERT INTO graph.touched (subject, relation) VALUES (TG_ARGV[i], TG_TABLE_NAME);
            told_all := told_all + 1;
            CONTINUE;
        END IF;
        -- What is new or gone has no days that were otherwise, and nothing to compare them with.
        CONTINUE WHEN TG_ARGV[i + 2] = 'THERE' AND TG_OP <> 'UPDATE';
        EXECUTE format(
            CASE CASE WHEN TG_ARGV[i + 2] = 'ATTRIBUTES' AND TG_OP <> 'UPDATE' THEN 'ALL' ELSE TG_ARGV[i + 2] END
                WHEN 'ALL' THEN
                    'INSERT INTO graph.touched (relation, subject, subject_id) SELECT DISTINCT %6$L, %1$L, %2$s FROM (%4$s) AS r LIMIT %5$s'
                WHEN 'PERIOD' THEN
                    'INSERT INTO graph.touched (relation, subject, subject_id, from_day) '
                    'SELECT %6$L, %1$L, id, CASE WHEN NOT bool_or(lower_inf(days)) THEN min(lower(days)) END '
                    'FROM (SELECT id, (before - after) + (after - before) AS days '
                    '      FROM (SELECT %2$s AS id, coalesce(range_agg(r.valid_during) FILTER (WHERE r.was), ''{}'') AS before, '
                    '                   coalesce(range_agg(r.valid_during) FILTER (WHERE NOT r.was), ''{}'') AS after '
                    '            FROM (%4$s) AS r GROUP BY 1, to_jsonb(r.*) - ''{was,valid_during,valid_from,valid_to,version}''::text[]) AS one) AS two '
                    'WHERE id IS NOT NULL AND NOT isempty(days) GROUP BY id LIMIT %5$s'
                WHEN 'THERE' THEN
                    'INSERT INTO graph.touched (relation, subject, subject_id, from_day) '
                    'SELECT %6$L, %1$L, id, CASE WHEN NOT bool_or(lower_inf(days)) THEN min(lower(days)) END '
                    'FROM (SELECT id, (before - after) + (after - before) AS days '
                    '      FROM (SELECT %2$s AS id, coalesce(range_agg(r.there_during) FILTER (WHERE r.was), ''{}'') AS before, '
                    '                   coalesce(range_agg(r.there_during) FILTER (WHERE NOT r.was), ''{}'') AS after '
                    '            FROM (%4$s) AS r GROUP BY 1 HAVING count(DISTINCT r.was) = 2) AS one) AS two '
                    'WHERE NOT isempty(days) GROUP BY id LIMIT %5$s'
                WHEN 'ATTRIBUTES' THEN
                    'INSERT INTO graph.touched (relation, subject, subject_id, from_day) '
                    'SELECT %6$L, %1$L, %2$s, max(r.attributes_since) FILTER (WHERE NOT r.was AND EXISTS (SELECT FROM (%4$s) AS o WHERE o.was)) '
                    'FROM (%4$s) AS r GROUP BY 3 '
                    'HAVING count(DISTINCT r.was) = 1 OR count(DISTINCT to_jsonb(r.*) - ''{was,status,status_since,ends_on,body,body_name,credit_code,credit_code_override,attributes_since,version,founded_on,cancelled_on,cancel_reason,there_during,place}''::text[]) > 1 '
                    'LIMIT %5$s'
                ELSE
                    'INSERT INTO graph.touched (relation, subject, subject_id, from_day) '
                    'SELECT %6$L, %1$L, id, CASE WHEN count(*) = count(day) THEN min(day) END '
                    'FROM (SELECT %2$s AS id, (%3$s)::date AS day FROM (%4$s) AS r) AS one WHERE id IS NOT NULL GROUP BY id LIMIT %5$s'
            END,
            TG_ARGV[i], TG_ARGV[i + 1], TG_ARGV[i + 2], changed, told_max + 1, TG_TABLE_NAME);
        GET DIAGNOSTICS told = ROW_COUNT;
        told_all := told_all + told;
        IF told > told_max THEN
            DELETE FROM graph.touched WHERE xid = pg_current_xact_id() AND subject = TG_ARGV[i];
            INSERT INTO graph.touched (subject, relation) VALUES (TG_ARGV[i], TG_TABLE_NAME);
        END IF;
    END LOOP;
    IF told_all > 0 THEN
        PERFORM pg_notify('graph_touched', '');
    END IF;
    RETURN NULL;
END $$;

DO $$
DECLARE
    source record;
    event record;
BEGIN
    FOR source IN SELECT * FROM (VALUES
        ('region', ARRAY['REGION', '0', 'NULL']),
        ('discipline', ARRAY['REGION', '0', 'NULL']),
        ('rule_set', ARRAY['RULE_SET', 'r.id', 'NULL']),
        ('committee', ARRAY['COMMITTEE', 'r.id', 'ATTRIBUTES']),
        ('committee_past', ARRAY['COMMITTEE', 'r.committee_id', 'upper(r.valid_during)']),
        ('committee_parent', ARRAY['COMMITTEE', 'r.committee_id', 'PERIOD']),
        ('society', ARRAY['SOCIETY', 'r.id', 'ATTRIBUTES', 'SOCIETY', 'r.id', 'THERE']),
        ('society_past', ARRAY['SOCIETY', 'r.society_id', 'upper(r.valid_during)']),
        ('society_supporting_unit', ARRAY['SOCIETY', 'r.society_id', 'PERIOD']),
        ('supporting_unit', ARRAY['SUPPORTING_UNIT', 'r.id', 'ATTRIBUTES']),
        ('supporting_unit_past', ARRAY['SUPPORTING_UNIT', 'r.supporting_unit_id', 'upper(r.valid_during)']),
        ('branch', ARRAY['BRANCH', 'r.id', 'ATTRIBUTES']),
        ('branch_past', ARRAY['BRANCH', 'r.branch_id', 'upper(r.valid_during)']),
        ('branch_status_period', ARRAY['BRANCH', 'r.branch_id', 'PERIOD']),
        ('branch_category_period', ARRAY['BRANCH', 'r.branch_id', 'PERIOD']),
        ('branch_society', ARRAY['BRANCH', 'r.branch_id', 'r.since', 'SOCIETY', 'r.society_id', 'r.since']),
        ('branch_society_past', ARRAY['BRANCH', 'r.branch_id', 'PERIOD', 'SOCIETY', 'r.society_id', 'PERIOD']),
        -- What changes of a member, the branches before show, too.
        ('member', ARRAY['BRANCH', 'r.branch_id', 'NULL',
            'BRANCH', 'unnest(ARRAY(SELECT b.branch_id FROM graph.member_branch_past AS b WHERE r.was AND b.member_id = r.id))', 'NULL']),
        ('member_branch_past', ARRAY['BRANCH', 'r.branch_id', 'PERIOD']),
        ('member_status_past', ARRAY['BRANCH', 'unnest(ARRAY(SELECT m.branch_id FROM graph.member AS m WHERE m.id = r.member_id '
            'UNION ALL SELECT b.branch_id FROM graph.member_branch_past AS b WHERE b.member_id = r.member_id))', 'NULL']),
        ('person', ARRAY['BRANCH', 'unnest(ARRAY(SELECT m.branch_id FROM graph.member AS m WHERE r.was AND m.person_id = r.id '
            'UNION ALL SELECT b.branch_id FROM graph.member_branch_past AS b JOIN graph.member AS m ON m.id = b.member_id '
            'WHERE r.was AND m.person_id = r.id))', 'NULL']),
        ('appointment', ARRAY['BRANCH', 'r.branch_id', 'PERIOD', 'SOCIETY', '(SELECT t.society_id FROM graph.council_term AS t WHERE t.id = r.council_term_id)', 'PERIOD']),
        ('instructor_assignment', ARRAY['SOCIETY', 'r.society_id', 'PERIOD']),
        ('council_term', ARRAY['SOCIETY', 'r.society_id', 'r.started_on']),
        ('leading_group', ARRAY['SOCIETY', '(SELECT t.society_id FROM graph.council_term AS t WHERE t.id = r.council_term_id)', 'r.discussed_on']),
        ('leading_group_composition', ARRAY['SOCIETY', '(SELECT t.society_id FROM graph.leading_group AS g JOIN graph.council_term AS t '
            'ON t.id = g.council_term_id WHERE g.id = r.leading_group_id)', 'NULL']),
        ('leading_group_seat', ARRAY['SOCIETY', '(SELECT t.society_id FROM graph.leading_group_composition AS c JOIN graph.leading_group AS g '
            'ON g.id = c.leading_group_id JOIN graph.council_term AS t ON t.id = g.council_term_id WHERE c.id = r.composition_id)', 'NULL']),
        ('leading_group_meeting', ARRAY['SOCIETY', '(SELECT t.society_id FROM graph.leading_group AS g JOIN graph.council_term AS t '
            'ON t.id = g.council_term_id WHERE g.id = r.leading_group_id)', 'r.held_on']),
        ('leading_group_agenda_item', ARRAY['SOCIETY', '(SELECT t.society_id FROM graph.leading_group_meeting AS m JOIN graph.leading_group AS g '
            'ON g.id = m.leading_group_id JOIN graph.council_term AS t ON t.id = g.council_term_id WHERE m.id = r.meeting_id)', 'NULL']),
        ('leading_group_attendance', ARRAY['SOCIETY', '(SELECT t.society_id FROM graph.leading_group_meeting AS m JOIN graph.leading_group AS g '
            'ON g.id = m.leading_group_id JOIN graph.council_term AS t ON t.id = g.council_term_id WHERE m.id = r.meeting_id)', 'NULL']),
        ('ledger_entry', ARRAY['SOCIETY', 'r.society_id', 'PERIOD']),
        ('uncovered_reason', ARRAY['SOCIETY', 'r.society_id', 'PERIOD']),
        ('event_filing', ARRAY['SOCIETY', 'r.society_id', 'r.held_on']),
        ('rectification', ARRAY['SOCIETY', 'r.society_id', 'r.found_on', 'BRANCH', 'r.branch_id', 'r.found_on']),
        ('rectification_stage', ARRAY[
            'SOCIETY', '(SELECT f.society_id FROM graph.rectification AS f WHERE f.id = r.rectification_id)', 'r.moved_on',
            'BRANCH', '(SELECT f.branch_id FROM graph.rectification AS f WHERE f.id = r.rectification_id)', 'r.moved_on']),
        ('activity', ARRAY['BRANCH', 'r.branch_id', 'least(r.held_on, r.planned_on)']),
        ('branch_year_plan', ARRAY['BRANCH', 'r.branch_id', 'make_date(r.year, 1, 1)']),
        ('assessment', ARRAY['BRANCH', 'r.branch_id', 'make_date(r.year, 1, 1)']),
        ('assessment_item_score', ARRAY['BRANCH', '(SELECT a.branch_id FROM graph.assessment AS a WHERE a.id = r.assessment_id)', 'NULL']),
        ('assessment_entry', ARRAY['BRANCH', 'r.branch_id', 'make_date(r.year, 1, 1)']),
        ('bonus_claim', ARRAY['BRANCH', '(SELECT e.branch_id FROM graph.assessment_entry AS e WHERE e.id = r.entry_id)', 'r.claimed_on']),
        ('fail_finding', ARRAY['BRANCH', '(SELECT e.branch_id FROM graph.assessment_entry AS e WHERE e.id = r.entry_id)', 'r.found_on']),
        ('community_check_in', ARRAY['BRANCH', 'r.branch_id', 'r.checked_in_on',
            'COMMITTEE_WORK', '(SELECT b.committee_id FROM graph.branch AS b WHERE b.id = r.branch_id)', 'r.checked_in_on']),
        ('contact_point', ARRAY['COMMITTEE_WORK', 'r.committee_id', 'PERIOD']),
        ('work_target', ARRAY['COMMITTEE_WORK', 'r.committee_id', 'make_date(r.year, 1, 1)']),
        ('duty', ARRAY['COMMITTEE_WORK', 'r.committee_id', 'r.begins_on', 'SOCIETY', 'r.society_id', 'r.begins_on',
            'SOCIETY', '(SELECT f.society_id FROM graph.rectification AS f WHERE f.id = r.rectification_id)', 'r.begins_on',
            'BRANCH', '(SELECT f.branch_id FROM graph.rectification AS f WHERE f.id = r.rectification_id)', 'r.begins_on',
            'SOCIETY', '(SELECT f.society_id FROM graph.event_filing AS f WHERE f.id = r.event_filing_id)', 'r.begins_on']),
        ('committee_meeting', ARRAY['COMMITTEE_WORK', 'r.committee_id', 'r.held_on']),
        ('fund_report', ARRAY['SOCIETY', 'r.society_id', 'r.submitted_on',
            'COMMITTEE_WORK', '(SELECT s.committee_id FROM graph.society AS s WHERE s.id = r.society_id)', 'r.submitted_on']),
        ('evidence_record', ARRAY['SOCIETY', 'r.society_id', 'r.held_on', 'BRANCH', 'r.branch_id', 'r.held_on',
            'SOCIETY', '(SELECT t.society_id FROM graph.leading_group AS g JOIN graph.council_term AS t ON t.id = g.council_term_id '
            'WHERE g.id = r.leading_group_id)', 'r.held_on', 'COMMITTEE_WORK', 'r.committee_id', 'r.held_on'])
    ) AS listed (name, subjects)
    LOOP
        FOR event IN SELECT * FROM (VALUES
            ('insert', 'REFERENCING NEW TABLE AS new_rows'),
            ('update', 'REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows'),
            ('delete', 'REFERENCING OLD TABLE AS old_rows'),
            ('truncate', '')
        ) AS kind (name, referencing) LOOP
            EXECUTE format(
                'CREATE OR REPLACE TRIGGER touch_%1$s AFTER %1$s ON graph.%2$I %3$s FOR EACH STATEMENT EXECUTE FUNCTION graph.touch(%4$s)',
                event.name, source.name, event.referencing, (SELECT string_agg(quote_literal(part), ', ') FROM unnest(source.subjects) AS part));
        END LOOP;
    END LOOP;
END $$;
COMMENT ON FUNCTION graph.touch IS 'Tells warehouses which subjects a statement changed, and from which day on.';
