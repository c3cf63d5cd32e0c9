CREATE OR REPLACE FUNCTION graph.seal_audit() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    last record;
    -- What the chain goes on from where all links were taken away.
    cut record;
    keys bigint[];
BEGIN
    -- One link after the other.
    PERFORM pg_advisory_xact_lock(5315021103);
    SELECT s.id, s.hash INTO last FROM graph.audit_seal AS s ORDER BY s.id DESC LIMIT 1;
    SELECT p.seal_id, p.hash INTO cut FROM graph.audit_pruned AS p;
    -- What a transaction records that still runs is not seen yet, and comes into the next link, whatever its number.
    WITH taken AS (DELETE FROM graph.audit_unsealed AS u RETURNING u.event_id)
    SELECT array_agg(event_id ORDER BY event_id) INTO keys FROM taken;
    IF keys IS NULL THEN
        RETURN 0;
    END IF;
    INSERT INTO graph.audit_seal (id, previous_hash, events, hash)
    VALUES (coalesce(last.id, cut.seal_id, 0) + 1, coalesce(last.hash, cut.hash), keys, graph.audit_hash(coalesce(last.hash, cut.hash), keys));
    RETURN cardinality(keys);
END $$;
COMMENT ON FUNCTION graph.seal_audit IS 'Adds a link for the events that none holds yet and says how many; 0: there are none.';
