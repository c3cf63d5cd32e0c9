-- Takes away the oldest links of the chain, each as a whole, with their events: of no link anything is younger than the moment that is given. The chain goes
-- on from the hash of the last one that went, and says that it was cut and by whom. Nothing of the last six months goes.
CREATE OR REPLACE FUNCTION graph.prune_audit(before timestamptz, who text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    cut record;
    gone bigint;
    event_id bigint;
BEGIN
    IF before > now() - interval '6 months' THEN
        RAISE EXCEPTION 'records of the last six months are kept' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'audit_event_is_kept';
    END IF;
    PERFORM pg_advisory_xact_lock(5315021103);
    SELECT s.id, s.hash INTO cut FROM graph.audit_seal AS s
    WHERE s.id < coalesce((
        SELECT y.id FROM graph.audit_seal AS y
        WHERE EXISTS (SELECT FROM graph.audit_event AS e WHERE e.id = ANY (y.events) AND e.recorded_at >= before)
        ORDER BY y.id LIMIT 1), 9223372036854775807)
    ORDER BY s.id DESC LIMIT 1;
    IF cut.id IS NULL THEN
        RETURN 0;
    END IF;
    ALTER TABLE graph.audit_event DISABLE TRIGGER audit_event_is_kept;
    ALTER TABLE graph.audit_seal DISABLE TRIGGER audit_seal_is_kept;
    DELETE FROM graph.audit_event AS e USING (SELECT unnest(s.events) AS id FROM graph.audit_seal AS s WHERE s.id <= cut.id) AS k WHERE e.id = k.id;
    GET DIAGNOSTICS gone = ROW_COUNT;
    DELETE FROM graph.audit_seal AS s WHERE s.id <= cut.id;
    ALTER TABLE graph.audit_event ENABLE TRIGGER audit_event_is_kept;
    ALTER TABLE graph.audit_seal ENABLE TRIGGER audit_seal_is_kept;
    INSERT INTO graph.audit_pruned AS p (seal_id, hash, event_count, until, pruned_by) VALUES (cut.id, cut.hash, gone, before, who)
    ON CONFLICT (is_only) DO UPDATE SET seal_id = EXCLUDED.seal_id, hash = EXCLUDED.hash, event_count = p.event_count + EXCLUDED.event_count,
        until = EXCLUDED.until, pruned_at = now(), pruned_by = EXCLUDED.pruned_by;
    INSERT INTO graph.audit_event (actor, action, subject, detail)
    VALUES (who, 'PRUNE', cut.id::text, jsonb_build_object('hash', cut.hash, 'events', gone, 'before', before)) RETURNING id INTO event_id;
    INSERT INTO graph.audit_unsealed (event_id) VALUES (event_id);
    RETURN gone;
END $$;
COMMENT ON FUNCTION graph.prune_audit IS 'Takes away links of the chain that are older than a moment, at least six months ago, and says how many events went.';
