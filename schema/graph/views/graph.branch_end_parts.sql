-- What a party organization takes part in ends with it, whichever way it is dissolved.
CREATE OR REPLACE FUNCTION graph.branch_end_parts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    part text;
    place text;
BEGIN
    FOR part, place IN VALUES
        ('branch_parent', 'branch_id = $1'),
        ('consortium_branch', 'branch_id = $1'),
        ('party_group_member', 'party_group_id IN (SELECT id FROM graph.party_group WHERE branch_id = $1)'),
        ('party_group', 'branch_id = $1')
    LOOP
        EXECUTE format('DELETE FROM graph.%I WHERE %s AND lower(valid_during) >= $2', part, place) USING NEW.id, NEW.status_since;
        EXECUTE format(
            'UPDATE graph.%I SET valid_during = daterange(lower(valid_during), $2) WHERE %s AND valid_during @> $2', part, place)
            USING NEW.id, NEW.status_since;
    END LOOP;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.branch_end_parts IS 'Ends the place of a party organization that is dissolved, its part in consortia and its party groups.';
CREATE OR REPLACE TRIGGER branch_end_parts AFTER UPDATE ON graph.branch FOR EACH ROW
    WHEN (NEW.status = 'DISSOLVED' AND (OLD.status, OLD.status_since) IS DISTINCT FROM (NEW.status, NEW.status_since))
    EXECUTE FUNCTION graph.branch_end_parts();
