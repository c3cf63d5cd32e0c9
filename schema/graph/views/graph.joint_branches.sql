-- Runs as its owner: policies ask it, and would ask themselves. Their statements hardly ever need it; as a query of the policy it was made ready with each of them.
-- In plpgsql, whose plan a session keeps.
CREATE OR REPLACE FUNCTION graph.joint_branches() RETURNS bigint[]
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    scope CONSTANT bigint[] := nullif(current_setting('sp.scope', true), '')::bigint[];
BEGIN
    RETURN ARRAY(
        SELECT j.branch_id FROM graph.branch_society AS j WHERE j.society_place <> j.place AND width_bucket(j.society_place, scope) & 1 <> 0);
END $$;
COMMENT ON FUNCTION graph.joint_branches IS 'Branches of other committees to which societies of the session''s scope belong.';
