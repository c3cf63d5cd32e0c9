-- Tells listeners on a channel what a transaction changed. Payload: CREATED, CHANGED or DELETED, a key, and what it concerns as name=key; or
-- MANY alone. Keys only: a channel knows no access rules. Arguments: the channel; a query over the changed rows, %s, for the subjects; and
-- PART where a change of the rows is always one of what they belong to.
CREATE OR REPLACE FUNCTION graph.tell_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    -- A transaction that changes more is told as one event.
    told_max CONSTANT int := 100;
    rows_max CONSTANT int := 1000;
    setting CONSTANT text := 'graph.told_' || TG_ARGV[0];
    told text[] := coalesce(string_to_array(nullif(current_setting(setting, true), ''), ' '), '{}');
    change CONSTANT text := CASE WHEN TG_ARGV[2] = 'PART' THEN 'CHANGED' WHEN TG_OP = 'INSERT' THEN 'CREATED' WHEN TG_OP = 'DELETE' THEN 'DELETED'
        ELSE 'CHANGED' END;
    changed CONSTANT text := CASE TG_OP WHEN 'INSERT' THEN 'SELECT * FROM new_rows' WHEN 'DELETE' THEN 'SELECT * FROM old_rows'
        ELSE replace('SELECT * FROM ((SELECT % FROM new_rows EXCEPT ALL SELECT % FROM old_rows) '
            'UNION ALL (SELECT % FROM old_rows EXCEPT ALL SELECT % FROM new_rows)) AS r', '%', graph.own_columns(TG_RELID)) END;
    subjects text[];
    row_count bigint;
BEGIN
    IF told = '{MANY}' OR graph.is_carried() THEN
        RETURN NULL;
    END IF;
    IF TG_OP <> 'TRUNCATE' THEN
        EXECUTE format('SELECT array_agg(DISTINCT subject), count(*) FROM (' || TG_ARGV[1] || ') AS all_subjects (subject)',
            format('(%s LIMIT %s)', changed, rows_max + 1)) INTO subjects, row_count;
    END IF;
    IF change <> 'DELETED' THEN
        subjects := ARRAY(SELECT subject FROM unnest(subjects) AS subject WHERE split_part(subject, ' ', 1) <> ALL (told));
    END IF;
    IF TG_OP = 'TRUNCATE' OR row_count > rows_max OR cardinality(told) + cardinality(subjects) > told_max THEN
        PERFORM pg_notify(TG_ARGV[0], 'MANY'), set_config(setting, 'MANY', true);
        RETURN NULL;
    END IF;
    PERFORM pg_notify(TG_ARGV[0], change || ' ' || subject) FROM unnest(subjects) AS subject;
    PERFORM set_config(setting, array_to_string(told || ARRAY(SELECT split_part(subject, ' ', 1) FROM unnest(subjects) AS subject), ' '), true);
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.tell_change IS 'Tells what a statement changed, on a channel of its own for each subject.';

DO $$
DECLARE
    entry CONSTANT text := 'SELECT concat(e.id, '' branch='', e.branch_id, '' committee='', b.committee_id) FROM %s AS r '
        'JOIN graph.assessment_entry AS e ON e.id = r.entry_id JOIN graph.branch AS b ON b.id = e.branch_id';
    duty CONSTANT text := 'SELECT concat(d.committee_id, '' committee='', d.committee_id) FROM %s AS r JOIN graph.duty AS d ON ';
    own CONSTANT text := 'SELECT concat(r.committee_id, '' committee='', r.committee_id) FROM %s AS r';
    source record;
    event record;
BEGIN
    FOR source IN SELECT * FROM (VALUES
        ('activity', 'activity_changed', 'SELECT concat(r.id, '' branch='', r.branch_id, '' committee='', b.committee_id) FROM %s AS r '
            'JOIN graph.branch AS b ON b.id = r.branch_id', 'OWN'),
        ('assessment_entry', 'assessment_changed', 'SELECT concat(r.id, '' branch='', r.branch_id, '' committee='', b.committee_id) FROM %s AS r '
            'JOIN graph.branch AS b ON b.id = r.branch_id', 'OWN'),
        ('assessment_stage_event', 'assessment_changed', entry, 'PART'),
        ('assessment_rating', 'assessment_changed', entry, 'PART'),
        ('debrief_ballot', 'assessment_changed', entry, 'PART'),
        ('bonus_claim', 'assessment_changed', entry, 'PART'),
        ('fail_finding', 'assessment_changed', entry, 'PART'),
        ('admonition_talk', 'assessment_changed', entry, 'PART'),
        ('assessment', 'assessment_changed', entry, 'PART'),
        ('duty', 'duties_changed', own, 'PART'),
        ('contact_point', 'duties_changed', own, 'PART'),
        ('committee_meeting', 'duties_changed', own, 'PART'),
        ('community_check_in', 'duties_changed', 'SELECT concat(b.committee_id, '' committee='', b.committee_id) FROM %s AS r '
            'JOIN graph.branch AS b ON b.id = r.branch_id', 'PART'),
        ('fund_report', 'duties_changed', duty || 'd.society_id = r.society_id AND d.period = r.period', 'PART'),
        ('rectification_stage', 'duties_changed', duty || 'd.rectification_id = r.rectification_id', 'PART'),
        ('event_filing', 'duties_changed', duty || 'd.event_filing_id = r.id', 'PART')
    ) AS listed (name, channel, subjects, part)
    LOOP
        FOR event IN SELECT * FROM (VALUES
            ('insert', 'REFERENCING NEW TABLE AS new_rows'),
            ('update', 'REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows'),
            ('delete', 'REFERENCING OLD TABLE AS old_rows'),
            ('truncate', '')
        ) AS kind (name, referencing) LOOP
            EXECUTE format(
                'CREATE OR REPLACE TRIGGER tell_%1$s AFTER %1$s ON graph.%2$I %3$s FOR EACH STATEMENT EXECUTE FUNCTION graph.tell_change(%4$L, %5$L, %6$L)',
                event.name, source.name, event.referencing, source.channel, source.subjects, source.part);
        END LOOP;
    END LOOP;
END $$;
