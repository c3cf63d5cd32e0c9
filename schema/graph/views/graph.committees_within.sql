-- An array, so that a statement computes it once and looks its keys up in an index, whatever it filters.
CREATE OR REPLACE FUNCTION graph.committees_within(committee bigint) RETURNS bigint[]
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    WITH RECURSIVE tree (id) AS (
        SELECT committees_within.committee
        UNION
        SELECT p.committee_id
        FROM tree JOIN graph.committee_parent AS p ON p.parent_id = tree.id
        WHERE (p.valid_during @> graph.today()) IS TRUE
    )
    SELECT array_agg(tree.id) FROM tree;
END;
COMMENT ON FUNCTION graph.committees_within IS 'A committee and all that are below it today.';
