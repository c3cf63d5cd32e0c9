CREATE OR REPLACE FUNCTION graph.member_keep_branch() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    -- A transfer has its day.
    day date := coalesce(CASE WHEN NEW.affiliated_since > OLD.affiliated_since IS NOT FALSE THEN NEW.affiliated_since END, graph.holds_from());
BEGIN
    IF day < OLD.branch_since THEN
        RAISE EXCEPTION 'member % came to the branch on %, and would leave it on %', OLD.id, OLD.branch_since, day
            USING ERRCODE = 'check_violation', CONSTRAINT = 'attributes_change_is_dated',
                  HINT = 'State a day that is not before the change that is known.';
    END IF;
    NEW.branch_since := day;
    IF day > OLD.branch_since IS NOT FALSE THEN
        INSERT INTO graph.member_branch_past (member_id, branch_id, valid_during)
        VALUES (OLD.id, OLD.branch_id, daterange(OLD.branch_since, day));
    END IF;
    RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER member_keep_branch BEFORE UPDATE ON graph.member FOR EACH ROW WHEN (OLD.branch_id <> NEW.branch_id)
    EXECUTE FUNCTION graph.member_keep_branch();
COMMENT ON FUNCTION graph.member_keep_branch IS 'Dates the branch of a member, and keeps the one before.';
