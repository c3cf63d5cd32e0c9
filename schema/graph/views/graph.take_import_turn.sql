-- Runs as its owner: where BI readers have logins, advisory locks are not for everybody (a lock that a reader holds would keep loads waiting).
CREATE OR REPLACE FUNCTION graph.take_import_turn() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT pg_advisory_xact_lock(hashtext('graph.import_run'));
END;
COMMENT ON FUNCTION graph.take_import_turn IS 'Waits until no other import runs; until the end of the transaction, none does.';
