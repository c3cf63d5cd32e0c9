-- One import at a time: two at once could each miss what the other adds.
SELECT pg_advisory_xact_lock(hashtext('graph.import_run'));
