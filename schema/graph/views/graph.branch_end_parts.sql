-- What a party organization takes part in ends with it, whichever way it is dissolved.
CREATE OR REPLACE FUNCTION graph.branch_end_parts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY['branch_parent', 'consortium_branch'] LOOP
        EXECUTE format('DELETE FROM graph.%I WHERE branch_id = $1 AND lower(valid_during) >= $2', part) USING NEW.id, NEW.status_since;
        EXECUTE format(
            'UPDATE graph.%I SET valid_during = daterange(lower(valid_during), $2) WHERE branch_id = $1 AND valid_during @> $2', part)
            USING NEW.id, NEW.status_since;
    END LOOP;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.branch_end_parts IS 'Ends the place of a party organization that is dissolved, and its part in consortia.';
CREATE OR REPLACE TRIGGER branch_end_parts AFTER UPDATE ON graph.branch FOR EACH ROW
    WHEN (NEW.status = 'DISSOLVED' AND (OLD.status, OLD.status_since) IS DISTINCT FROM (NEW.status, NEW.status_since))
    EXECUTE FUNCTION graph.branch_end_parts();
