CREATE OR REPLACE VIEW graph.branch_status_history AS
SELECT branch_id, status, valid_from, valid_to FROM graph.branch_status_period WHERE NOT isempty(valid_during);
COMMENT ON VIEW graph.branch_status_history IS '状态沿革 Periods of at least one day in which a branch had one status.';
COMMENT ON COLUMN graph.branch_status_history.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.branch_status_history.status IS 'Its status.';
COMMENT ON COLUMN graph.branch_status_history.valid_from IS 'First day; null where the start is not stated.';
COMMENT ON COLUMN graph.branch_status_history.valid_to IS 'First day after the period; null while it lasts.';
