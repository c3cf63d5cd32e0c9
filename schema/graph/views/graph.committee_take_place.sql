-- A committee stands at the top until it is said what it stands under; one that an office of a scope enters, under the committee of the scope.
CREATE OR REPLACE FUNCTION graph.committee_take_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    scope bigint[] := nullif(current_setting('sp.scope', true), '')::bigint[];
    shift int;
BEGIN
    IF TG_TABLE_NAME = 'committee_parent' THEN
        PERFORM graph.place_committees();
        RETURN NULL;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('graph.committee_parent'));
    IF current_setting('role') = 'api_committee' AND cardinality(scope) = 2 AND scope[1] & 65535 = 0 THEN
        shift := 16 * (SELECT count(*) FROM unnest(ARRAY[65535, 4294967295, 281474976710655]) AS below (bits) WHERE scope[1] & bits = 0)::int - 16;
        NEW.place := graph.next_place(scope[1], shift);
    ELSE
        NEW.place := graph.next_place(NULL, 48);
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION graph.committee_take_place IS 'Gives a new committee a place, and each its own when the tree changes.';
CREATE OR REPLACE TRIGGER committee_take_place BEFORE INSERT ON graph.committee FOR EACH ROW EXECUTE FUNCTION graph.committee_take_place();
CREATE OR REPLACE TRIGGER committees_take_place AFTER INSERT ON graph.committee_parent FOR EACH STATEMENT EXECUTE FUNCTION graph.committee_take_place();
-- Whoever moves a committee first ends where it stood: until it stands elsewhere, or the transaction ends, it stays in sight.
DROP TRIGGER IF EXISTS committee_leaves_place ON graph.committee_parent;
CREATE CONSTRAINT TRIGGER committee_leaves_place AFTER UPDATE OR DELETE ON graph.committee_parent DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION graph.committee_take_place();
