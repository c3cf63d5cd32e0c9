-- One row more than are told one by one is enough to know that there are many: a bulk load costs one look at its rows.
CREATE OR REPLACE FUNCTION graph.branch_tell() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    subjects text[];
BEGIN
    IF graph.is_carried() THEN
        RETURN NULL;
    END IF;
    CASE TG_OP
    WHEN 'INSERT' THEN
        subjects := ARRAY(SELECT format('%s %s', id, committee_id) FROM new_rows LIMIT 101);
    WHEN 'DELETE' THEN
        subjects := ARRAY(SELECT format('%s %s', id, committee_id) FROM old_rows LIMIT 101);
    ELSE
        -- Sets instead of a join: the plan is kept, and what suits one row would take quadratic time for many.
        subjects := ARRAY(
            SELECT format('%s %s', id, string_agg(DISTINCT committee_id::text, ' '))
            FROM ((TABLE new_rows EXCEPT TABLE old_rows) UNION ALL (TABLE old_rows EXCEPT TABLE new_rows)) AS changed
            GROUP BY id LIMIT 101);
    END CASE;
    PERFORM graph.tell_branches(CASE TG_OP WHEN 'INSERT' THEN 'CREATED' WHEN 'UPDATE' THEN 'CHANGED' ELSE 'DELETED' END, subjects);
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.branch_tell IS 'Tells which branches a statement on graph.branch changed.';
