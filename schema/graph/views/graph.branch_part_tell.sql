CREATE OR REPLACE FUNCTION graph.branch_part_tell() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    branches bigint[];
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
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.branch_part_tell IS 'Tells which branches a statement on a table with the column branch_id changed.';
