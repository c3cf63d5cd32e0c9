CREATE OR REPLACE VIEW source.branch_post AS
SELECT branch_id, person_id, post, valid_during FROM graph.appointment WHERE branch_id IS NOT NULL;
COMMENT ON VIEW source.branch_post IS 'One row per post in a branch.';
