-- A party organization must not come to stand above itself on any day.
CREATE OR REPLACE FUNCTION graph.branch_parent_refuse_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- One writer at a time: two moves that are harmless alone can close a circle together.
    PERFORM pg_advisory_xact_lock(hashtext('graph.branch_parent'));
    IF EXISTS (
        WITH RECURSIVE above (id, valid_during) AS (
            SELECT NEW.parent_id, NEW.valid_during
            UNION
            SELECT p.parent_id, p.valid_during * a.valid_during
            FROM above a JOIN graph.branch_parent p ON p.branch_id = a.id AND p.valid_during && a.valid_during
        )
        SELECT FROM above WHERE id = NEW.branch_id
    ) THEN
        RAISE EXCEPTION 'branch % would stand above itself', NEW.branch_id USING ERRCODE = 'check_violation', CONSTRAINT = 'branch_parent_no_cycle';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION graph.branch_parent_refuse_cycle IS 'Keeps party organizations a tree on every day.';
CREATE OR REPLACE TRIGGER branch_parent_refuse_cycle BEFORE INSERT OR UPDATE ON graph.branch_parent
    FOR EACH ROW EXECUTE FUNCTION graph.branch_parent_refuse_cycle();
