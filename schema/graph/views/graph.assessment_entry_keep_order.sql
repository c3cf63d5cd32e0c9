-- The order of the stages is kept here too, so that no other way of writing can skip one; a step back leads to the stage before. Who is in no consortium is not ranked
-- (004 第六条（二）: 其余党支部直接报送), which is the one step that may be left out.
CREATE OR REPLACE FUNCTION graph.assessment_entry_keep_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF graph.is_carried() AND to_jsonb(NEW) - 'place' = to_jsonb(OLD) - 'place' THEN
        RETURN NEW;
    END IF;
    IF NEW.stage <> OLD.stage AND (OLD.stage, NEW.stage) NOT IN (
        ('SELF', 'SUPERVISED'), ('SELF', 'DEBRIEFED'), ('SUPERVISED', 'DEBRIEFED'), ('DEBRIEFED', 'REVIEWED'), ('REVIEWED', 'ISSUED'),
        ('SUPERVISED', 'SELF'), ('DEBRIEFED', 'SELF'), ('DEBRIEFED', 'SUPERVISED'), ('REVIEWED', 'DEBRIEFED')
    )
    -- Who handed in nothing is decided on without the stages between, and goes back the same way.
    AND NOT ((OLD.stage, NEW.stage) = ('SELF', 'REVIEWED') AND NEW.not_submitted_on IS NOT NULL)
    AND NOT ((OLD.stage, NEW.stage) = ('REVIEWED', 'SELF') AND OLD.not_submitted_on IS NOT NULL) THEN
        RAISE EXCEPTION 'an entry does not move from % to %', OLD.stage, NEW.stage
            USING ERRCODE = 'check_violation', CONSTRAINT = 'assessment_entry_stages_in_order';
    END IF;
    IF OLD.stage = 'ISSUED' THEN
        RAISE EXCEPTION 'entry % is issued', OLD.id USING ERRCODE = 'restrict_violation', CONSTRAINT = 'assessment_entry_is_issued';
    END IF;
    NEW.version := OLD.version + 1;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION graph.assessment_entry_keep_order IS 'Refuses a stage out of order and any change of an issued entry.';
