CREATE OR REPLACE FUNCTION graph.branches_tell_many() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('branch_changed', 'MANY'), set_config('graph.branches_told', 'MANY', true);
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.branches_tell_many IS 'Tells that many branches changed.';
