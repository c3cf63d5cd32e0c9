-- Somebody is an applicant or a member, never both: the person's row is locked, which also keeps a new member of the same person waiting.
CREATE OR REPLACE FUNCTION graph.applicant_is_no_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM graph.person WHERE id = NEW.person_id FOR UPDATE;
    IF EXISTS (SELECT FROM graph.member WHERE person_id = NEW.person_id) THEN
        RAISE EXCEPTION 'person % is a member already', NEW.person_id USING ERRCODE = 'check_violation', CONSTRAINT = 'applicant_is_no_member';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION graph.applicant_is_no_member IS 'Refuses to cultivate a member.';
