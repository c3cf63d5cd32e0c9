-- Tells listeners on the channel branch_changed which branches a transaction changed. Payload: CREATED, CHANGED or DELETED, the key of the
-- branch, the keys of its committees (two where it moved); or MANY alone. Keys only: a channel knows no access rules.
CREATE OR REPLACE FUNCTION graph.tell_branches(change text, subjects text[]) RETURNS void LANGUAGE plpgsql AS $$
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
