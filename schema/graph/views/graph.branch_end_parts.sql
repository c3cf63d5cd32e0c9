-- What a party organization takes part in ends with it, whichever way it is dissolved. People leave before one is dissolved; a temporary one has
-- no members of its own and ends by itself, so its guests and posts end with it, and whom it led the committee leads directly.
-- How it was before is kept for a restoration.
CREATE OR REPLACE FUNCTION graph.branch_end_parts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    part text;
    place text;
BEGIN
    IF OLD.status <> 'DISSOLVED' THEN
        INSERT INTO graph.branch_ended_part (branch_id, dissolved_on, part, row_id, row_before)
        VALUES (NEW.id, NEW.status_since, 'branch', NEW.id, to_jsonb(OLD));
    END IF;
    FOR part, place IN
        SELECT name, of_branch FROM (VALUES
            -- A post that begins later stays for whoever entered it to mend.
            ('appointment', 'branch_id = $1 AND (lower_inf(valid_during) OR lower(valid_during) < $2)', false),
            ('branch_parent', 'branch_id = $1', false),
            ('branch_parent', 'parent_id = $1', true),
            ('consortium_branch', 'branch_id = $1', false),
            ('party_group_member', 'party_group_id IN (SELECT id FROM graph.party_group WHERE branch_id = $1)', false),
            ('party_group', 'branch_id = $1', false),
            ('organization_life', 'branch_id = $1', true),
            ('appointment', 'branch_id = $1', true)) AS parts (name, of_branch, is_of_temporary)
        WHERE NOT is_of_temporary OR NEW.ends_on IS NOT NULL
    LOOP
        EXECUTE format(
            'INSERT INTO graph.branch_ended_part (branch_id, dissolved_on, part, row_id, row_before) '
            'SELECT $1, $2, %1$L, r.id, to_jsonb(r) FROM graph.%1$I AS r WHERE %2$s AND valid_during && daterange($2, NULL) ORDER BY r.id', part, place)
            USING NEW.id, NEW.status_since;
        EXECUTE format('DELETE FROM graph.%I WHERE %s AND lower(valid_during) >= $2', part, place) USING NEW.id, NEW.status_since;
        EXECUTE format(
            'UPDATE graph.%I SET valid_during = daterange(lower(valid_during), $2) WHERE %s AND valid_during @> $2', part, place)
            USING NEW.id, NEW.status_since;
    END LOOP;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.branch_end_parts IS 'Ends the posts and the place of a party organization that is dissolved, its part in consortia and its party groups; of a temporary one its guests, too.';
CREATE OR REPLACE TRIGGER branch_end_parts AFTER UPDATE ON graph.branch FOR EACH ROW
    WHEN (NEW.status = 'DISSOLVED' AND (OLD.status, OLD.status_since) IS DISTINCT FROM (NEW.status, NEW.status_since))
    EXECUTE FUNCTION graph.branch_end_parts();
