CREATE OR REPLACE VIEW mart.peer_figure_history AS
-- A row of PEERS stands for each committee.
SELECT p.id,
       p.committee_id,
       p.indicator_id,
       p.period_from,
       p.period_to,
       p.numerator,
       p.denominator,
       trim_scale(round(p.numerator / p.denominator, 6)) AS value,
       p.load_run_id AS load_id
FROM dw.peer_comparison AS p
WHERE p.peer_group = 'PEERS';
COMMENT ON VIEW mart.peer_figure_history IS '同类比较 What was a committee''s own figure, which peer_comparison_history sets beside those of others? One row per committee, indicator and finished period, frozen by the first load after the period.';
COMMENT ON COLUMN mart.peer_figure_history.id IS 'Key of the row; figure_id of peer_comparison_history.';
COMMENT ON COLUMN mart.peer_figure_history.committee_id IS 'Key in the graph of the committee that compares itself.';
COMMENT ON COLUMN mart.peer_figure_history.indicator_id IS 'Indicator.';
COMMENT ON COLUMN mart.peer_figure_history.period_from IS 'First day of the finished month, half-year or year.';
COMMENT ON COLUMN mart.peer_figure_history.period_to IS 'Its last day.';
COMMENT ON COLUMN mart.peer_figure_history.numerator IS 'Of the committee''s own societies. Adds up over committees, of one indicator and period.';
COMMENT ON COLUMN mart.peer_figure_history.denominator IS 'Of the committee''s own societies. Adds up over committees, of one indicator and period.';
COMMENT ON COLUMN mart.peer_figure_history.value IS 'numerator / denominator, as it was when the comparison was frozen; never to be added or averaged.';
COMMENT ON COLUMN mart.peer_figure_history.load_id IS 'The load that froze it.';
GRANT SELECT ON mart.peer_figure_history TO bi_reader;
