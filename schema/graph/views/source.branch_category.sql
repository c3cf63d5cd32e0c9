CREATE OR REPLACE VIEW source.branch_category AS
SELECT branch_id, category, valid_during FROM graph.branch_category_period;
COMMENT ON VIEW source.branch_category IS 'One row per branch and period with one category.';
