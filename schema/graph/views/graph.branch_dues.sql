CREATE OR REPLACE VIEW graph.branch_dues AS
SELECT branch_id, extract(year FROM first_month)::int AS year, extract(quarter FROM first_month)::int AS quarter,
       count(DISTINCT member_id)::int AS payer_count, sum(amount) AS amount
FROM graph.dues_payment
GROUP BY 1, 2, 3;
COMMENT ON VIEW graph.branch_dues IS '党费收缴 Dues that a branch collected, by the quarter in which the paid months begin; nobody''s own amount.';
COMMENT ON COLUMN graph.branch_dues.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.branch_dues.year IS 'The year.';
COMMENT ON COLUMN graph.branch_dues.quarter IS 'The quarter, 1 to 4.';
COMMENT ON COLUMN graph.branch_dues.payer_count IS 'How many members paid.';
COMMENT ON COLUMN graph.branch_dues.amount IS 'Yuan, together.';
