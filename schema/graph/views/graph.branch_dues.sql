-- Grain: a branch and a quarter with paid months. Each month has its share of a payment; shares are differences of rounded sums, so that they add
-- up to what was paid.
CREATE OR REPLACE VIEW graph.branch_dues AS
SELECT branch_id, extract(year FROM month.day)::int AS year, extract(quarter FROM month.day)::int AS quarter,
       count(DISTINCT member_id)::int AS payer_count, sum(month.amount) AS amount
FROM graph.dues_payment
CROSS JOIN LATERAL (
    SELECT first_month + i * interval '1 month' AS day,
           round(dues_payment.amount * (i + 1) / month_count, 2) - round(dues_payment.amount * i / month_count, 2) AS amount
    FROM generate_series(0, month_count - 1) AS i) AS month
GROUP BY 1, 2, 3;
COMMENT ON VIEW graph.branch_dues IS '党费收缴 Dues that a branch collected, by the quarter of the paid months; nobody''s own amount.';
COMMENT ON COLUMN graph.branch_dues.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.branch_dues.year IS 'The year.';
COMMENT ON COLUMN graph.branch_dues.quarter IS 'The quarter, 1 to 4.';
COMMENT ON COLUMN graph.branch_dues.payer_count IS 'How many members paid for months of it.';
COMMENT ON COLUMN graph.branch_dues.amount IS 'Yuan, together.';
