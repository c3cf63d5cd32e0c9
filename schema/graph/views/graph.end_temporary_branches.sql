-- Whose day has come is dissolved since that day, whenever somebody looks: what holds on a day stands in graph.branch_status_period from the start.
CREATE OR REPLACE FUNCTION graph.end_temporary_branches() RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    ended int;
BEGIN
    UPDATE graph.branch SET status = 'DISSOLVED', status_since = ends_on WHERE ends_on <= graph.today() AND status <> 'DISSOLVED';
    GET DIAGNOSTICS ended = ROW_COUNT;
    RETURN ended;
END $$;
COMMENT ON FUNCTION graph.end_temporary_branches IS 'Dissolves the temporary organizations whose last day is over, and gives their number (中国共产党支部工作条例（试行） 第九条).';
