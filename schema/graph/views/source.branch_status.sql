CREATE OR REPLACE VIEW source.branch_status AS
SELECT branch_id, status, valid_during FROM graph.branch_status_period WHERE NOT isempty(valid_during);
COMMENT ON VIEW source.branch_status IS 'One row per branch and period with one status.';
