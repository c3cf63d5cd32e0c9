CREATE OR REPLACE VIEW mart.peer_comparison_history AS
SELECT p.id,
       p.committee_id,
       p.indicator_id,
       p.period_from,
       p.period_to,
       -- The committee's own figure, which is one for all groups, stands in one place: three copies would be summed.
       (SELECT f.id FROM dw.peer_comparison AS f
        WHERE f.committee_id = p.committee_id AND f.indicator_id = p.indicator_id AND f.period_to = p.period_to AND f.peer_group = 'PEERS') AS figure_id,
       p.peer_group,
       p.committee_count,
       p.mean_from,
       p.mean_to,
       p.first_quartile_from,
       p.first_quartile_to,
       p.third_quartile_from,
       p.third_quartile_to,
       p.withheld,
       p.load_run_id AS load_id
FROM dw.peer_comparison AS p;
COMMENT ON VIEW mart.peer_comparison_history IS '同类比较 How did a committee compare with others whose rows it does not see? One row per committee, indicator, finished period and group of others, frozen by the first load after the period. Nothing is to be added.';
COMMENT ON COLUMN mart.peer_comparison_history.id IS 'Key of the row.';
COMMENT ON COLUMN mart.peer_comparison_history.committee_id IS 'Key in the graph of the committee that compares itself.';
COMMENT ON COLUMN mart.peer_comparison_history.indicator_id IS 'Indicator.';
COMMENT ON COLUMN mart.peer_comparison_history.period_from IS 'First day of the finished month, half-year or year.';
COMMENT ON COLUMN mart.peer_comparison_history.period_to IS 'Its last day.';
COMMENT ON COLUMN mart.peer_comparison_history.figure_id IS 'The committee''s own figure, in peer_figure_history; one for all three groups.';
COMMENT ON COLUMN mart.peer_comparison_history.peer_group IS 'Others of the same level: PEERS under the same superior, PROVINCE the rest of the province, NATION the rest of the nation.';
COMMENT ON COLUMN mart.peer_comparison_history.committee_count IS 'How many others have a figure; null where it is withheld.';
COMMENT ON COLUMN mart.peer_comparison_history.mean_from IS 'Their average, each committee counted once, is this at least; null where it is withheld.';
COMMENT ON COLUMN mart.peer_comparison_history.mean_to IS 'Their average is less than this, or the greatest that there is. More than the greatest that there is counts as that.';
COMMENT ON COLUMN mart.peer_comparison_history.first_quartile_from IS 'The lower quartile is this at least; null below ten others.';
COMMENT ON COLUMN mart.peer_comparison_history.first_quartile_to IS 'The lower quartile is less than this.';
COMMENT ON COLUMN mart.peer_comparison_history.third_quartile_from IS 'The upper quartile is this at least; null below ten others.';
COMMENT ON COLUMN mart.peer_comparison_history.third_quartile_to IS 'The upper quartile is less than this.';
COMMENT ON COLUMN mart.peer_comparison_history.withheld IS 'Why nothing is told: FEW (fewer than five others have a figure), CHANGED (one to four of them came or went within a year, or the committee itself moved); null where it is told.';
COMMENT ON COLUMN mart.peer_comparison_history.load_id IS 'The load that froze it.';
GRANT SELECT ON mart.peer_comparison_history TO bi_reader;
