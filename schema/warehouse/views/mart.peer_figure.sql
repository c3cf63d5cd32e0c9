CREATE OR REPLACE VIEW mart.peer_figure AS
SELECT *
FROM mart.peer_figure_history AS p
WHERE p.period_to = (
    SELECT max(o.period_to) FROM dw.peer_comparison AS o
    WHERE o.committee_id = p.committee_id AND o.indicator_id = p.indicator_id AND o.peer_group = 'PEERS');
COMMENT ON VIEW mart.peer_figure IS '同类比较 What is a committee''s own figure, which peer_comparison sets beside those of others? One row per committee and indicator, of the newest finished period, frozen by the first load after it. Earlier periods: peer_figure_history.';
COMMENT ON COLUMN mart.peer_figure.id IS 'Key of the row; figure_id of peer_comparison.';
COMMENT ON COLUMN mart.peer_figure.committee_id IS 'Key in the graph of the committee that compares itself.';
COMMENT ON COLUMN mart.peer_figure.indicator_id IS 'Indicator.';
COMMENT ON COLUMN mart.peer_figure.period_from IS 'First day of the finished month, half-year or year.';
COMMENT ON COLUMN mart.peer_figure.period_to IS 'Its last day.';
COMMENT ON COLUMN mart.peer_figure.numerator IS 'Of the committee''s own societies. Adds up over committees, of one indicator and period.';
COMMENT ON COLUMN mart.peer_figure.denominator IS 'Of the committee''s own societies. Adds up over committees, of one indicator and period.';
COMMENT ON COLUMN mart.peer_figure.value IS 'numerator / denominator, as it was when the comparison was frozen; never to be added or averaged.';
COMMENT ON COLUMN mart.peer_figure.load_id IS 'The load that froze it.';
GRANT SELECT ON mart.peer_figure TO bi_reader;
