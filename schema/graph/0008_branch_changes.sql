-- Tells listeners on the channel branch_changed which branches a transaction changed. Payload: CREATED, CHANGED or DELETED, the key of the
-- branch, the keys of its committees (two where it moved); or MANY alone. Keys only: a channel knows no access rules.

CREATE FUNCTION graph.tell_branches(change text, subjects text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    -- A transaction that changes more branches is told as one event.
    told_max CONSTANT int := 100;
    -- Of this transaction: a savepoint that is rolled back takes its share back, as it does with what was notified.
    told text[] := coalesce(string_to_array(current_setting('graph.branches_told', true), ' '), '{}');
BEGIN
    IF told = '{MANY}' THEN
        RETURN;
    END IF;
    -- A branch is told once, its end excepted: what it looks like is read after the commit anyway.
    IF change <> 'DELETED' THEN
        subjects := ARRAY(SELECT subject FROM unnest(subjects) AS subject WHERE split_part(subject, ' ', 1) <> ALL (told));
    END IF;
    IF cardinality(told) + cardinality(subjects) > told_max THEN
        PERFORM pg_notify('branch_changed', 'MANY'), set_config('graph.branches_told', 'MANY', true);
        RETURN;
    END IF;
    PERFORM pg_notify('branch_changed', change || ' ' || subject) FROM unnest(subjects) AS subject;
    PERFORM set_config('graph.branches_told', array_to_string(told || ARRAY(SELECT split_part(subject, ' ', 1) FROM unnest(subjects) AS subject), ' '), true);
END $$;
COMMENT ON FUNCTION graph.tell_branches IS 'Notifies the channel branch_changed; a subject is the key of a branch and those of its committees.';

-- One row more than are told one by one is enough to know that there are many: a bulk load costs one look at its rows.

CREATE FUNCTION graph.branch_tell() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    subjects text[];
BEGIN
    CASE TG_OP
    WHEN 'INSERT' THEN
        subjects := ARRAY(SELECT format('%s %s', id, committee_id) FROM new_rows LIMIT 101);
    WHEN 'DELETE' THEN
        subjects := ARRAY(SELECT format('%s %s', id, committee_id) FROM old_rows LIMIT 101);
    ELSE
        -- Sets instead of a join: the plan is kept, and what suits one row would take quadratic time for many.
        subjects := ARRAY(
            SELECT format('%s %s', id, string_agg(DISTINCT committee_id::text, ' '))
            FROM ((TABLE new_rows EXCEPT TABLE old_rows) UNION ALL (TABLE old_rows EXCEPT TABLE new_rows)) AS changed
            GROUP BY id LIMIT 101);
    END CASE;
    PERFORM graph.tell_branches(CASE TG_OP WHEN 'INSERT' THEN 'CREATED' WHEN 'UPDATE' THEN 'CHANGED' ELSE 'DELETED' END, subjects);
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.branch_tell IS 'Tells which branches a statement on graph.branch changed.';

CREATE FUNCTION graph.branch_part_tell() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    branches bigint[];
BEGIN
    CASE TG_OP
    WHEN 'INSERT' THEN
        branches := ARRAY(SELECT DISTINCT branch_id FROM new_rows LIMIT 101);
    WHEN 'DELETE' THEN
        branches := ARRAY(SELECT DISTINCT branch_id FROM old_rows LIMIT 101);
    ELSE
        branches := ARRAY(
            SELECT DISTINCT branch_id
            FROM ((TABLE new_rows EXCEPT TABLE old_rows) UNION ALL (TABLE old_rows EXCEPT TABLE new_rows)) AS changed LIMIT 101);
    END CASE;
    PERFORM graph.tell_branches('CHANGED', ARRAY(SELECT format('%s %s', id, committee_id) FROM graph.branch WHERE id = ANY (branches)));
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.branch_part_tell IS 'Tells which branches a statement on a table with the column branch_id changed.';

CREATE FUNCTION graph.branches_tell_many() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('branch_changed', 'MANY'), set_config('graph.branches_told', 'MANY', true);
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.branches_tell_many IS 'Tells that many branches changed.';

CREATE TRIGGER branch_tell_insert AFTER INSERT ON graph.branch
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION graph.branch_tell();
CREATE TRIGGER branch_tell_update AFTER UPDATE ON graph.branch
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION graph.branch_tell();
CREATE TRIGGER branch_tell_delete AFTER DELETE ON graph.branch
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION graph.branch_tell();
CREATE TRIGGER branch_tell_truncate AFTER TRUNCATE ON graph.branch
    FOR EACH STATEMENT EXECUTE FUNCTION graph.branches_tell_many();

-- Only what a client changes: what a trigger writes (history of the status) or a foreign key removes is told by graph.branch.

DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['branch_status_period', 'branch_society', 'branch_category_period'] LOOP
        EXECUTE format(
            'CREATE TRIGGER %1$s_tell_insert AFTER INSERT ON graph.%1$s REFERENCING NEW TABLE AS new_rows '
            'FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION graph.branch_part_tell()', part);
        EXECUTE format(
            'CREATE TRIGGER %1$s_tell_update AFTER UPDATE ON graph.%1$s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows '
            'FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION graph.branch_part_tell()', part);
        EXECUTE format(
            'CREATE TRIGGER %1$s_tell_delete AFTER DELETE ON graph.%1$s REFERENCING OLD TABLE AS old_rows '
            'FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION graph.branch_part_tell()', part);
        EXECUTE format(
            'CREATE TRIGGER %1$s_tell_truncate AFTER TRUNCATE ON graph.%1$s '
            'FOR EACH STATEMENT EXECUTE FUNCTION graph.branches_tell_many()', part);
    END LOOP;
END $$;
