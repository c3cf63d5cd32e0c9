-- A society that moves takes its branches out of one committee's sight and into another's: both are to ask again, whether the branch is theirs or joint.
CREATE OR REPLACE FUNCTION graph.society_move_tell() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM graph.tell_branches('CHANGED', ARRAY(
        SELECT format('%s %s', b.id, (
            SELECT string_agg(DISTINCT committee::text, ' ') FROM unnest(ARRAY[b.committee_id, OLD.committee_id, NEW.committee_id]) AS committee))
        FROM graph.branch_society AS j JOIN graph.branch AS b ON b.id = j.branch_id
        WHERE j.society_id = NEW.id LIMIT 101));
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.society_move_tell IS 'Tells both committees of the branches of a society that moves from one to the other.';
CREATE OR REPLACE TRIGGER society_move_tell AFTER UPDATE OF committee_id ON graph.society FOR EACH ROW
    WHEN (OLD.committee_id <> NEW.committee_id) EXECUTE FUNCTION graph.society_move_tell();
