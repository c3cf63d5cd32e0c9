CREATE OR REPLACE VIEW source.year_plan AS
SELECT branch_id, year, planned_on FROM graph.branch_year_plan WHERE planned_on IS NOT NULL;
COMMENT ON VIEW source.year_plan IS 'One row per branch and year with a plan.';
