-- Who leaves a branch or whose membership ends is in no party group of that branch any more, whichever way it is written.
CREATE OR REPLACE FUNCTION graph.member_leave_group() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    -- First day without it; where the membership never was, the group never was either.
    day CONSTANT date := CASE WHEN NEW.branch_id <> OLD.branch_id THEN coalesce(NEW.branch_since, graph.today()) ELSE NEW.ended_on END;
BEGIN
    DELETE FROM graph.party_group_member WHERE member_id = NEW.id AND lower(valid_during) >= day;
    UPDATE graph.party_group_member SET valid_during = daterange(lower(valid_during), day) WHERE member_id = NEW.id AND valid_during @> day;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.member_leave_group IS 'Ends what a member has in a party group with the membership of its branch.';
CREATE OR REPLACE TRIGGER member_leave_group AFTER UPDATE ON graph.member FOR EACH ROW
    WHEN (NEW.branch_id <> OLD.branch_id OR NEW.ended_on IS NOT NULL AND NEW.ended_on IS DISTINCT FROM OLD.ended_on)
    EXECUTE FUNCTION graph.member_leave_group();
