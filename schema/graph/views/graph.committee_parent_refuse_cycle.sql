-- A committee must not come to stand above itself on any day.
CREATE OR REPLACE FUNCTION graph.committee_parent_refuse_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- One writer of the tree at a time: two moves that are harmless alone can close a circle together.
    PERFORM pg_advisory_xact_lock(hashtext('graph.committee_parent'));
    IF EXISTS (
        WITH RECURSIVE above (id, valid_during) AS (
            SELECT NEW.parent_id, NEW.valid_during
            UNION
            SELECT p.parent_id, p.valid_during * a.valid_during
            FROM above a JOIN graph.committee_parent p ON p.committee_id = a.id AND p.valid_during && a.valid_during
        )
        SELECT FROM above WHERE id = NEW.committee_id
    ) THEN
        RAISE EXCEPTION 'committee % would stand above itself', NEW.committee_id USING ERRCODE = 'check_violation', CONSTRAINT = 'committee_parent_no_cycle';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION graph.committee_parent_refuse_cycle IS 'Keeps the committee tree a tree on every day.';
