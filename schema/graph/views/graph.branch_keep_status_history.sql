CREATE OR REPLACE FUNCTION graph.branch_keep_status_history() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    open_from date;
BEGIN
    IF (NEW.status, NEW.status_since, NEW.ends_on) IS NOT DISTINCT FROM (OLD.status, OLD.status_since, OLD.ends_on) THEN
        RETURN NULL;
    END IF;
    -- The end that a temporary organization was to have stands there already; below it is written anew.
    IF OLD.ends_on IS NOT NULL AND OLD.status <> 'DISSOLVED' THEN
        DELETE FROM graph.branch_status_period WHERE branch_id = NEW.id AND status = 'DISSOLVED';
        UPDATE graph.branch_status_period SET valid_during = daterange(lower(valid_during), NULL)
        WHERE branch_id = NEW.id AND status = OLD.status AND upper(valid_during) = OLD.ends_on;
    END IF;
    IF NEW.status <> OLD.status THEN
        -- A restoration corrects the periods first: nothing is left to write.
        IF EXISTS (
            SELECT FROM graph.branch_status_period
            WHERE branch_id = NEW.id AND status = NEW.status AND valid_during = daterange(NEW.status_since, NULL)
        ) THEN
            RETURN NULL;
        END IF;
        SELECT lower(valid_during) INTO open_from FROM graph.branch_status_period WHERE branch_id = NEW.id AND upper_inf(valid_during);
        IF NEW.status_since IS NULL OR NEW.status_since < open_from THEN
            RAISE EXCEPTION 'branch % changes from % to % without a later date', NEW.id, OLD.status, NEW.status
                USING ERRCODE = 'check_violation', CONSTRAINT = 'branch_status_change_is_dated',
                      HINT = 'Set status_since to the first day of the new status.';
        END IF;
        UPDATE graph.branch_status_period SET valid_during = daterange(lower(valid_during), NEW.status_since)
        WHERE branch_id = NEW.id AND upper_inf(valid_during);
        INSERT INTO graph.branch_status_period (branch_id, status, valid_during)
        VALUES (NEW.id, NEW.status, daterange(NEW.status_since, NULL));
    ELSIF NEW.status_since IS DISTINCT FROM OLD.status_since THEN
        -- The same status, better dated: the open period moves its start, but not into the period before it.
        IF EXISTS (
            SELECT FROM graph.branch_status_period
            WHERE branch_id = NEW.id AND NOT upper_inf(valid_during) AND (NEW.status_since IS NULL OR NEW.status_since < upper(valid_during))
        ) THEN
            RAISE EXCEPTION 'branch % would be % before its earlier status ends', NEW.id, NEW.status
                USING ERRCODE = 'check_violation', CONSTRAINT = 'branch_status_change_is_dated',
                      HINT = 'Set status_since to a day on or after the end of the earlier status.';
        END IF;
        UPDATE graph.branch_status_period SET valid_during = daterange(NEW.status_since, NULL)
        WHERE branch_id = NEW.id AND upper_inf(valid_during);
    END IF;
    IF NEW.ends_on IS NOT NULL AND NEW.status <> 'DISSOLVED' THEN
        UPDATE graph.branch_status_period SET valid_during = daterange(lower(valid_during), NEW.ends_on)
        WHERE branch_id = NEW.id AND upper_inf(valid_during);
        INSERT INTO graph.branch_status_period (branch_id, status, valid_during) VALUES (NEW.id, 'DISSOLVED', daterange(NEW.ends_on, NULL));
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.branch_keep_status_history IS 'Writes graph.branch_status_period as graph.branch changes; of a temporary organization its end, too, which may be to come.';
CREATE OR REPLACE TRIGGER branch_keep_status_history AFTER UPDATE ON graph.branch FOR EACH ROW EXECUTE FUNCTION graph.branch_keep_status_history();
