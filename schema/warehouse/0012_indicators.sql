-- Indicators as data, and what a load replaced of the months and of the committee tree, so that figures can be asked as they were known.

CREATE TABLE dw.indicator (
    id text PRIMARY KEY CHECK (id ~ '^[A-Z][A-Z0-9_]*$'),
    position int NOT NULL UNIQUE,
    content jsonb NOT NULL CHECK (content ->> 'id' = id)
);
COMMENT ON TABLE dw.indicator IS '指标 One row per indicator, as its file in schema/rules/indicators states it.';
COMMENT ON COLUMN dw.indicator.id IS 'Identity, such as I01.';
COMMENT ON COLUMN dw.indicator.position IS 'Place in order.';
COMMENT ON COLUMN dw.indicator.content IS 'The file.';

CREATE TABLE dw.loaded_month_history (
    month_key int NOT NULL REFERENCES dw.dim_date,
    snapshot_day date NOT NULL,
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    superseded_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (month_key, load_run_id),
    CHECK (load_run_id < superseded_run_id)
);
CREATE INDEX loaded_month_history_superseded_run_id ON dw.loaded_month_history (superseded_run_id);
COMMENT ON TABLE dw.loaded_month_history IS 'Rows of dw.loaded_month that later loads replaced: load L knew those with load_run_id <= L < superseded_run_id.';
COMMENT ON COLUMN dw.loaded_month_history.month_key IS 'First day of the month as a number, such as 20220601.';
COMMENT ON COLUMN dw.loaded_month_history.snapshot_day IS 'The day whose state the month told.';
COMMENT ON COLUMN dw.loaded_month_history.load_run_id IS 'The load that wrote the row.';
COMMENT ON COLUMN dw.loaded_month_history.superseded_run_id IS 'The load that replaced it.';

CREATE TABLE dw.bridge_committee_history (
    ancestor_id bigint NOT NULL,
    committee_id bigint NOT NULL,
    depth int NOT NULL CHECK (depth >= 0),
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    superseded_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (ancestor_id, committee_id, valid_from, load_run_id),
    CHECK (valid_from < valid_to),
    CHECK (load_run_id < superseded_run_id)
);
CREATE INDEX bridge_committee_history_superseded_run_id ON dw.bridge_committee_history (superseded_run_id);
COMMENT ON TABLE dw.bridge_committee_history IS 'Rows of dw.bridge_committee that later loads replaced: load L knew those with load_run_id <= L < superseded_run_id.';
COMMENT ON COLUMN dw.bridge_committee_history.ancestor_id IS 'The committee above, or itself.';
COMMENT ON COLUMN dw.bridge_committee_history.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN dw.bridge_committee_history.depth IS 'Steps between them.';
COMMENT ON COLUMN dw.bridge_committee_history.valid_from IS 'First day; 1900-01-01 where the start is not stated.';
COMMENT ON COLUMN dw.bridge_committee_history.valid_to IS 'First day after it; 9999-12-31 while it lasted.';
COMMENT ON COLUMN dw.bridge_committee_history.load_run_id IS 'The load that wrote the row.';
COMMENT ON COLUMN dw.bridge_committee_history.superseded_run_id IS 'The load that replaced it.';

CREATE TABLE dw.dim_grade (
    rule_set_code text NOT NULL,
    grade text NOT NULL,
    position int NOT NULL,
    score text NOT NULL,
    from_score numeric(7, 2) NOT NULL,
    to_score numeric(7, 2),
    source text NOT NULL,
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (rule_set_code, grade),
    CHECK (from_score < to_score)
);
COMMENT ON TABLE dw.dim_grade IS '考核等次 One row per rule set with an assessment and grade, with the scores that give it.';
COMMENT ON COLUMN dw.dim_grade.rule_set_code IS 'Code of the rule set.';
COMMENT ON COLUMN dw.dim_grade.grade IS 'Code of the grade; its labels are those of its kind in dim_code.';
COMMENT ON COLUMN dw.dim_grade.position IS 'Place in order, the best first.';
COMMENT ON COLUMN dw.dim_grade.score IS 'Which score counts: TOTAL or FIXED.';
COMMENT ON COLUMN dw.dim_grade.from_score IS 'Least score that gives it.';
COMMENT ON COLUMN dw.dim_grade.to_score IS 'Least score that gives a better one; null for the best.';
COMMENT ON COLUMN dw.dim_grade.source IS 'Clauses that say so.';
COMMENT ON COLUMN dw.dim_grade.load_run_id IS 'The load that wrote the row.';

-- Scores of items find their results.
CREATE INDEX fct_assessment_result ON dw.fct_assessment (assessment_id);
