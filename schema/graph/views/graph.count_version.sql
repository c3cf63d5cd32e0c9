-- Versions: what somebody read and now writes back must not undo what another wrote in between.
CREATE OR REPLACE FUNCTION graph.count_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Where columns are generated the rows always differ here, and each update counts.
    IF NEW IS DISTINCT FROM OLD AND NOT graph.is_carried() THEN
        NEW.version := OLD.version + 1;
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION graph.count_version IS 'Counts the column version up on each change of a row.';
-- That a later record ends a state is no change of the state that anybody made.
CREATE OR REPLACE TRIGGER count_version BEFORE UPDATE ON graph.evidence_record FOR EACH ROW
    WHEN (OLD.voided_on IS DISTINCT FROM NEW.voided_on) EXECUTE FUNCTION graph.count_version();
CREATE OR REPLACE TRIGGER count_version BEFORE UPDATE ON graph.committee FOR EACH ROW
    WHEN ((OLD.name, OLD.established_on, OLD.abolished_on) IS DISTINCT FROM (NEW.name, NEW.established_on, NEW.abolished_on)) EXECUTE FUNCTION graph.count_version();
-- A condition on whole rows may not stand beside a generated column: no dump could be restored.
CREATE OR REPLACE TRIGGER count_version BEFORE UPDATE ON graph.bonus_claim FOR EACH ROW EXECUTE FUNCTION graph.count_version();
