CREATE OR REPLACE FUNCTION graph.branch_society_keep_past() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    day date := graph.holds_from();
BEGIN
    IF TG_OP = 'INSERT' THEN
        -- Those that the branch is entered with are its since it began; a later one joins on its day. What this transaction wrote is as young as it.
        IF NEW.since IS NULL AND (EXISTS (SELECT FROM graph.branch_society AS s WHERE s.branch_id = NEW.branch_id AND age(s.xmin) > age(pg_current_xact_id()::xid))
                OR EXISTS (SELECT FROM graph.branch_society_past WHERE branch_id = NEW.branch_id)) THEN
            NEW.since := day;
        END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        NEW.since := day;
    END IF;
    IF day < OLD.since THEN
        RAISE EXCEPTION 'the societies of branch % changed on % already, and would change on % now', OLD.branch_id, OLD.since, day
            USING ERRCODE = 'check_violation', CONSTRAINT = 'attributes_change_is_dated',
                  HINT = 'State a day that is not before the change that is known.';
    END IF;
    -- Where the branch or the society itself goes, nothing of it is kept.
    IF day > OLD.since IS NOT FALSE AND EXISTS (SELECT FROM graph.branch WHERE id = OLD.branch_id) THEN
        INSERT INTO graph.branch_society_past (branch_id, society_id, is_lead, valid_during)
        VALUES (OLD.branch_id, OLD.society_id, OLD.is_lead, daterange(OLD.since, day));
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE OR REPLACE TRIGGER branch_society_since BEFORE INSERT ON graph.branch_society FOR EACH ROW EXECUTE FUNCTION graph.branch_society_keep_past();
CREATE OR REPLACE TRIGGER branch_society_keep_past BEFORE UPDATE ON graph.branch_society FOR EACH ROW
    WHEN ((OLD.branch_id, OLD.society_id, OLD.is_lead) IS DISTINCT FROM (NEW.branch_id, NEW.society_id, NEW.is_lead))
    EXECUTE FUNCTION graph.branch_society_keep_past();
CREATE OR REPLACE TRIGGER branch_society_keep_end BEFORE DELETE ON graph.branch_society FOR EACH ROW EXECUTE FUNCTION graph.branch_society_keep_past();
COMMENT ON FUNCTION graph.branch_society_keep_past IS 'Dates the societies of a branch, and keeps those that it stood in.';
