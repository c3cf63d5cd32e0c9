-- Runs as its owner, as the scope of a committee does. Neighbours are one range: policies find a key by the number of borders before it.
CREATE OR REPLACE FUNCTION graph.scope_of_team(team bigint) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    WITH branch AS (
        SELECT b.branch_id AS id
        FROM graph.consortium_supervision AS s
        JOIN graph.consortium_branch AS b ON b.consortium_id = s.consortium_id AND b.valid_during @> graph.today()
        WHERE s.supervision_team_id = scope_of_team.team AND s.valid_during @> graph.today()
    ), border AS (
        (SELECT id AS at FROM branch EXCEPT SELECT id + 1 FROM branch)
        UNION ALL
        (SELECT id + 1 FROM branch EXCEPT SELECT id FROM branch)
    )
    SELECT format('{%s}', string_agg(at::text, ',' ORDER BY at)) FROM border;
END;
COMMENT ON FUNCTION graph.scope_of_team IS 'The branches of the consortia that a supervision team has today, for the setting sp.scope.';
