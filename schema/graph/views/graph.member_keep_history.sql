CREATE OR REPLACE FUNCTION graph.member_keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.affiliation_branch_id, OLD.affiliation_unit_id, OLD.affiliation_place)
       IS DISTINCT FROM (NEW.affiliation_branch_id, NEW.affiliation_unit_id, NEW.affiliation_place)
       AND num_nonnulls(OLD.affiliation_branch_id, OLD.affiliation_unit_id, OLD.affiliation_place) = 1 THEN
        IF NEW.affiliated_since IS NULL OR NEW.affiliated_since <= OLD.affiliated_since THEN
            RAISE EXCEPTION 'the affiliation of member % changes without a later date', NEW.id
                USING ERRCODE = 'check_violation', CONSTRAINT = 'affiliation_change_is_dated';
        END IF;
        INSERT INTO graph.affiliation_past (member_id, branch_id, supporting_unit_id, place, valid_during)
        VALUES (OLD.id, OLD.affiliation_branch_id, OLD.affiliation_unit_id, OLD.affiliation_place, daterange(OLD.affiliated_since, NEW.affiliated_since));
    ELSIF NEW.affiliated_since IS DISTINCT FROM OLD.affiliated_since AND EXISTS (
        SELECT FROM graph.affiliation_past WHERE member_id = NEW.id AND (NEW.affiliated_since IS NULL OR upper(valid_during) > NEW.affiliated_since)) THEN
        RAISE EXCEPTION 'the affiliation of member % would begin before the earlier one ends', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'affiliation_change_is_dated';
    END IF;
    IF OLD.status <> NEW.status THEN
        IF NEW.status_since IS NULL OR NEW.status_since <= OLD.status_since THEN
            RAISE EXCEPTION 'the status of member % changes without a later date', NEW.id
                USING ERRCODE = 'check_violation', CONSTRAINT = 'member_status_change_is_dated';
        END IF;
        INSERT INTO graph.member_status_past (member_id, status, valid_during)
        VALUES (OLD.id, OLD.status, daterange(OLD.status_since, NEW.status_since));
    ELSIF NEW.status_since IS DISTINCT FROM OLD.status_since AND EXISTS (
        SELECT FROM graph.member_status_past WHERE member_id = NEW.id AND (NEW.status_since IS NULL OR upper(valid_during) > NEW.status_since)) THEN
        RAISE EXCEPTION 'the status of member % would begin before the earlier one ends', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'member_status_change_is_dated';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.member_keep_history IS 'Keeps the affiliation and the status that a member had until now.';
