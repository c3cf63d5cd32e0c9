CREATE OR REPLACE VIEW source.check_in AS
SELECT branch_id, checked_in_on FROM graph.community_check_in;
COMMENT ON VIEW source.check_in IS 'One row per check-in of a branch to a community.';
