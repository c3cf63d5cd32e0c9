CREATE OR REPLACE FUNCTION graph.branch_part_tell() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    branches bigint[];
    others text[];
BEGIN
    IF graph.is_carried() THEN
        RETURN NULL;
    END IF;
    CASE TG_OP
    WHEN 'INSERT' THEN
        branches := ARRAY(SELECT DISTINCT branch_id FROM new_rows LIMIT 101);
    WHEN 'DELETE' THEN
        branches := ARRAY(SELECT DISTINCT branch_id FROM old_rows LIMIT 101);
    ELSE
        branches := ARRAY(
            SELECT DISTINCT branch_id
            FROM ((TABLE new_rows EXCEPT TABLE old_rows) UNION ALL (TABLE old_rows EXCEPT TABLE new_rows)) AS changed LIMIT 101);
    END CASE;
    PERFORM graph.tell_branches('CHANGED', ARRAY(SELECT format('%s %s', id, committee_id) FROM graph.branch WHERE id = ANY (branches)));
    -- Another committee that sees the branch no more, its society being gone; one that sees it now is told as of any branch in its sight.
    IF TG_TABLE_NAME = 'branch_society' AND TG_OP <> 'INSERT' THEN
        CASE TG_OP
        WHEN 'DELETE' THEN
            others := ARRAY(SELECT format('%s %s', branch_id, society_id) FROM old_rows WHERE society_place <> place LIMIT 101);
        ELSE
            others := ARRAY(
                SELECT format('%s %s', branch_id, society_id)
                FROM ((TABLE new_rows EXCEPT TABLE old_rows) UNION ALL (TABLE old_rows EXCEPT TABLE new_rows)) AS changed
                WHERE society_place <> place LIMIT 101);
        END CASE;
        IF cardinality(others) > 100 THEN
            PERFORM graph.tell_branches('CHANGED', others);
            RETURN NULL;
        END IF;
        PERFORM pg_notify('branch_changed', format('CHANGED %s %s', split_part(other, ' ', 1), s.committee_id))
        FROM unnest(others) AS other JOIN graph.society AS s ON s.id = split_part(other, ' ', 2)::bigint;
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.branch_part_tell IS 'Tells which branches a statement on a table with the column branch_id changed.';
