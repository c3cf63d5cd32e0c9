-- Expansion: what a committee may know of others without seeing a row, frozen by the first load after a month's or a year's end.
-- Frozen, because an answer that followed late corrections would tell, by what it moved, whose figure was corrected (schema/README.md, 0.2).
CREATE TABLE dw.peer_comparison (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    indicator_id text NOT NULL REFERENCES dw.indicator,
    period_from date NOT NULL,
    period_to date NOT NULL CHECK (period_from < period_to),
    committee_id bigint NOT NULL,
    level text NOT NULL,
    province_code text,
    superior_id bigint NOT NULL,
    numerator numeric NOT NULL,
    denominator numeric NOT NULL CHECK (denominator > 0),
    peer_group text NOT NULL CHECK (peer_group IN ('PEERS', 'PROVINCE', 'NATION')),
    committee_count int CHECK (committee_count >= 5),
    mean_from numeric,
    mean_to numeric,
    first_quartile_from numeric,
    first_quartile_to numeric,
    third_quartile_from numeric,
    third_quartile_to numeric,
    withheld text CHECK (withheld IN ('FEW', 'CHANGED')),
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    UNIQUE (committee_id, indicator_id, period_to, peer_group),
    CHECK (num_nonnulls(mean_from, mean_to, committee_count) IN (0, 3)),
    CHECK ((withheld IS NULL) = (mean_from IS NOT NULL)),
    CHECK (num_nonnulls(first_quartile_from, first_quartile_to, third_quartile_from, third_quartile_to) IN (0, 4)),
    CHECK (first_quartile_from IS NULL OR committee_count >= 10)
);
CREATE INDEX peer_comparison_indicator_period ON dw.peer_comparison (indicator_id, period_to, peer_group);
CREATE INDEX peer_comparison_load_run_id ON dw.peer_comparison (load_run_id);
COMMENT ON TABLE dw.peer_comparison IS 'One row per committee, indicator, finished period and group of others. Rows are written once, and stay as they are.';
COMMENT ON COLUMN dw.peer_comparison.id IS 'Key.';
COMMENT ON COLUMN dw.peer_comparison.indicator_id IS 'Indicator.';
COMMENT ON COLUMN dw.peer_comparison.period_from IS 'First day.';
COMMENT ON COLUMN dw.peer_comparison.period_to IS 'Last day.';
COMMENT ON COLUMN dw.peer_comparison.committee_id IS 'Key in the graph of the committee that compares itself.';
COMMENT ON COLUMN dw.peer_comparison.level IS 'Its level on the last day.';
COMMENT ON COLUMN dw.peer_comparison.province_code IS 'Its province; null for the country''s.';
COMMENT ON COLUMN dw.peer_comparison.superior_id IS 'The committee above it on the last day; its own key, negative, where there is none.';
COMMENT ON COLUMN dw.peer_comparison.numerator IS 'Of its own figure.';
COMMENT ON COLUMN dw.peer_comparison.denominator IS 'Of its own figure.';
COMMENT ON COLUMN dw.peer_comparison.peer_group IS 'PEERS under the same superior; PROVINCE and NATION: the rest of them. No committee is in two of them, nor the one that compares itself in any.';
COMMENT ON COLUMN dw.peer_comparison.committee_count IS 'How many others have a figure; null where it is withheld.';
COMMENT ON COLUMN dw.peer_comparison.mean_from IS 'Their average is this at least; null where it is withheld.';
COMMENT ON COLUMN dw.peer_comparison.mean_to IS 'Their average is less than this, or it at most where it is the greatest that there is.';
COMMENT ON COLUMN dw.peer_comparison.first_quartile_from IS 'Their lower quartile, likewise; null below ten others.';
COMMENT ON COLUMN dw.peer_comparison.first_quartile_to IS 'Their lower quartile, likewise.';
COMMENT ON COLUMN dw.peer_comparison.third_quartile_from IS 'Their upper quartile, likewise.';
COMMENT ON COLUMN dw.peer_comparison.third_quartile_to IS 'Their upper quartile, likewise.';
COMMENT ON COLUMN dw.peer_comparison.withheld IS 'Why nothing is told: FEW (fewer than five others), CHANGED (one to four came or went within a year); null where it is told.';
COMMENT ON COLUMN dw.peer_comparison.load_run_id IS 'The load that froze it.';
