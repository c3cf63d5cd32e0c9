CREATE OR REPLACE VIEW mart.peer_comparison AS
SELECT *
FROM mart.peer_comparison_history AS p
WHERE p.period_to = (
    SELECT max(o.period_to) FROM dw.peer_comparison AS o
    WHERE o.committee_id = p.committee_id AND o.indicator_id = p.indicator_id AND o.peer_group = p.peer_group);
COMMENT ON VIEW mart.peer_comparison IS '同类比较 How does a committee compare with others whose rows it does not see? One row per committee, indicator and group of others, of the newest finished period, frozen by the first load after it. Nothing is to be added. Earlier periods: peer_comparison_history.';
COMMENT ON COLUMN mart.peer_comparison.id IS 'Key of the row.';
COMMENT ON COLUMN mart.peer_comparison.committee_id IS 'Key in the graph of the committee that compares itself.';
COMMENT ON COLUMN mart.peer_comparison.indicator_id IS 'Indicator.';
COMMENT ON COLUMN mart.peer_comparison.period_from IS 'First day of the finished month, half-year or year.';
COMMENT ON COLUMN mart.peer_comparison.period_to IS 'Its last day.';
COMMENT ON COLUMN mart.peer_comparison.figure_id IS 'The committee''s own figure, in peer_figure; one for all three groups.';
COMMENT ON COLUMN mart.peer_comparison.peer_group IS 'Others of the same level: PEERS under the same superior, PROVINCE the rest of the province, NATION the rest of the nation.';
COMMENT ON COLUMN mart.peer_comparison.committee_count IS 'How many others have a figure; null where it is withheld.';
COMMENT ON COLUMN mart.peer_comparison.mean_from IS 'Their average, each committee counted once, is this at least; null where it is withheld.';
COMMENT ON COLUMN mart.peer_comparison.mean_to IS 'Their average is less than this, or the greatest that there is. More than the greatest that there is counts as that.';
COMMENT ON COLUMN mart.peer_comparison.first_quartile_from IS 'The lower quartile is this at least; null below ten others.';
COMMENT ON COLUMN mart.peer_comparison.first_quartile_to IS 'The lower quartile is less than this.';
COMMENT ON COLUMN mart.peer_comparison.third_quartile_from IS 'The upper quartile is this at least; null below ten others.';
COMMENT ON COLUMN mart.peer_comparison.third_quartile_to IS 'The upper quartile is less than this.';
COMMENT ON COLUMN mart.peer_comparison.withheld IS 'Why nothing is told: FEW (fewer than five others have a figure), CHANGED (one to four of them came or went within a year, or the committee itself moved); null where it is told.';
COMMENT ON COLUMN mart.peer_comparison.load_id IS 'The load that froze it.';
GRANT SELECT ON mart.peer_comparison TO bi_reader;
