-- Runs as its owner: a scope is found before anything is seen. In plpgsql, whose plan a session keeps. The service reads the view.
CREATE OR REPLACE FUNCTION graph.scope_of_committee(committee bigint) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN coalesce((SELECT s.scope FROM graph.committee_scope AS s WHERE s.committee_id = scope_of_committee.committee), '{}');
END $$;
COMMENT ON FUNCTION graph.scope_of_committee IS 'The places of a committee and of those below it today, for the setting sp.scope; {} where there is no such committee.';
