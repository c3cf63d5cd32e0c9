-- Of all branches of a statement at once: what listens to the periods is asked once.
CREATE OR REPLACE FUNCTION graph.branch_begin_status_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO graph.branch_status_period (branch_id, status, valid_during)
    SELECT id, status, daterange(status_since, CASE WHEN status <> 'DISSOLVED' THEN ends_on END) FROM new_rows
    UNION ALL
    SELECT id, 'DISSOLVED', daterange(ends_on, NULL) FROM new_rows WHERE status <> 'DISSOLVED' AND ends_on IS NOT NULL;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.branch_begin_status_history IS 'Writes the first period of new rows of graph.branch, and the end of temporary ones.';
CREATE OR REPLACE TRIGGER branch_begin_status_history AFTER INSERT ON graph.branch REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION graph.branch_begin_status_history();
