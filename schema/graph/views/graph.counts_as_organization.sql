CREATE OR REPLACE FUNCTION graph.counts_as_organization(form text, status text, coverage jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN coverage #> '{organization,statuses}' ? status
        AND (coverage #> '{organization,forms}' ? form OR form = 'WORK_GROUP' AND (coverage #>> '{workGroup,countsAsOrganization}')::boolean);
COMMENT ON FUNCTION graph.counts_as_organization IS 'True if a party organization of this form and status counts under these rules.';
