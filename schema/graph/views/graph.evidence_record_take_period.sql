-- A state holds until the next one of its kind and subject, whatever the order in which they are entered. No two hold on one day even for
-- a moment: the one before makes room for a new one first, and takes the days of a void one afterwards.
CREATE OR REPLACE FUNCTION graph.evidence_record_take_period() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' AND NEW.nature = 'EVENT' THEN
        NEW.valid_during := daterange(NEW.held_on, NULL);
        RETURN NEW;
    ELSIF TG_OP = 'INSERT' THEN
        UPDATE graph.evidence_record AS r SET valid_during = daterange(r.held_on, NEW.held_on)
        WHERE r.kind = NEW.kind AND r.nature = 'STATE' AND r.held_on < NEW.held_on AND r.valid_during @> NEW.held_on
          AND (r.committee_id = NEW.committee_id OR r.branch_id = NEW.branch_id OR r.society_id = NEW.society_id
               OR r.leading_group_id = NEW.leading_group_id OR r.person_id = NEW.person_id);
        -- One of the same day keeps that day, and the constraint refuses this one.
        NEW.valid_during := daterange(NEW.held_on, (
            SELECT min(r.held_on) FROM graph.evidence_record AS r
            WHERE r.kind = NEW.kind AND r.nature = 'STATE' AND r.held_on > NEW.held_on AND r.valid_during IS NOT NULL
              AND (r.committee_id = NEW.committee_id OR r.branch_id = NEW.branch_id OR r.society_id = NEW.society_id
                   OR r.leading_group_id = NEW.leading_group_id OR r.person_id = NEW.person_id)));
        RETURN NEW;
    ELSIF TG_WHEN = 'BEFORE' THEN
        NEW.valid_during := NULL;
        RETURN NEW;
    END IF;
    UPDATE graph.evidence_record AS r SET valid_during = daterange(r.held_on, upper(OLD.valid_during))
    WHERE r.subject_id = OLD.subject_id AND r.subject_kind = OLD.subject_kind AND r.kind = OLD.kind AND r.nature = 'STATE' AND OLD.nature = 'STATE'
      AND upper(r.valid_during) = OLD.held_on;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.evidence_record_take_period IS 'Keeps the days of evidence records: a state from its day to the next one, an event from its day on, a void one none.';
-- Whoever writes many at once may say the days; the constraints hold them.
CREATE OR REPLACE TRIGGER take_period BEFORE INSERT ON graph.evidence_record FOR EACH ROW
    WHEN (NEW.valid_during IS NULL AND NEW.voided_on IS NULL) EXECUTE FUNCTION graph.evidence_record_take_period();
CREATE OR REPLACE TRIGGER take_void BEFORE UPDATE ON graph.evidence_record FOR EACH ROW
    WHEN (OLD.voided_on IS NULL AND NEW.voided_on IS NOT NULL) EXECUTE FUNCTION graph.evidence_record_take_period();
CREATE OR REPLACE TRIGGER take_void_days AFTER UPDATE ON graph.evidence_record FOR EACH ROW
    WHEN (OLD.voided_on IS NULL AND NEW.voided_on IS NOT NULL) EXECUTE FUNCTION graph.evidence_record_take_period();
