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

-- What is asked by province, discipline and level, added up; kept by differences as the others are.

CREATE TABLE dw.agg_assessment_province (
    generation int NOT NULL,
    month_key int NOT NULL REFERENCES dw.dim_date,
    province_code text NOT NULL,
    discipline_code text NOT NULL,
    level text NOT NULL,
    assessed bigint NOT NULL,
    fixed numeric(14, 2) NOT NULL,
    bonus numeric(14, 2) NOT NULL,
    total numeric(14, 2) NOT NULL,
    excellent bigint NOT NULL,
    failed bigint NOT NULL,
    debrief_due bigint NOT NULL,
    debrief_in_person bigint NOT NULL,
    row_count bigint NOT NULL CHECK (row_count > 0),
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (generation, province_code, month_key, discipline_code, level)
) WITH (fillfactor = 90);
CREATE INDEX agg_assessment_province_load_run_id ON dw.agg_assessment_province (load_run_id);
COMMENT ON TABLE dw.agg_assessment_province IS 'Sums of fct_assessment by year (its December), province, and discipline and level of the lead society.';
COMMENT ON COLUMN dw.agg_assessment_province.generation IS 'Generation; readers see the one in dw.published.';
COMMENT ON COLUMN dw.agg_assessment_province.month_key IS 'First day of the month as a number, such as 20220601.';
COMMENT ON COLUMN dw.agg_assessment_province.province_code IS 'Province; empty where there is none.';
COMMENT ON COLUMN dw.agg_assessment_province.discipline_code IS '学科 Discipline; empty where it is not known.';
COMMENT ON COLUMN dw.agg_assessment_province.level IS '层级 Administrative level.';
COMMENT ON COLUMN dw.agg_assessment_province.assessed IS 'Sum of assessed.';
COMMENT ON COLUMN dw.agg_assessment_province.fixed IS 'Sum of fixed.';
COMMENT ON COLUMN dw.agg_assessment_province.bonus IS 'Sum of bonus.';
COMMENT ON COLUMN dw.agg_assessment_province.total IS 'Sum of total.';
COMMENT ON COLUMN dw.agg_assessment_province.excellent IS 'Sum of excellent.';
COMMENT ON COLUMN dw.agg_assessment_province.failed IS 'Sum of failed.';
COMMENT ON COLUMN dw.agg_assessment_province.debrief_due IS 'Sum of debrief_due.';
COMMENT ON COLUMN dw.agg_assessment_province.debrief_in_person IS 'Sum of debrief_in_person.';
COMMENT ON COLUMN dw.agg_assessment_province.row_count IS 'How many rows of the fact are added up.';
COMMENT ON COLUMN dw.agg_assessment_province.load_run_id IS 'The load that wrote the row.';

CREATE TABLE dw.agg_meeting_province (
    generation int NOT NULL,
    month_key int NOT NULL REFERENCES dw.dim_date,
    province_code text NOT NULL,
    discipline_code text NOT NULL,
    level text NOT NULL,
    held_leading_group bigint NOT NULL,
    quorate_leading_group bigint NOT NULL,
    row_count bigint NOT NULL CHECK (row_count > 0),
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (generation, province_code, month_key, discipline_code, level)
) WITH (fillfactor = 90);
CREATE INDEX agg_meeting_province_load_run_id ON dw.agg_meeting_province (load_run_id);
COMMENT ON TABLE dw.agg_meeting_province IS 'Sums of fct_meeting by month, province, and discipline and level of the society.';
COMMENT ON COLUMN dw.agg_meeting_province.generation IS 'Generation; readers see the one in dw.published.';
COMMENT ON COLUMN dw.agg_meeting_province.month_key IS 'First day of the month as a number, such as 20220601.';
COMMENT ON COLUMN dw.agg_meeting_province.province_code IS 'Province; empty where there is none.';
COMMENT ON COLUMN dw.agg_meeting_province.discipline_code IS '学科 Discipline; empty where it is not known.';
COMMENT ON COLUMN dw.agg_meeting_province.level IS '层级 Administrative level.';
COMMENT ON COLUMN dw.agg_meeting_province.held_leading_group IS 'Sum of held_leading_group.';
COMMENT ON COLUMN dw.agg_meeting_province.quorate_leading_group IS 'Sum of quorate_leading_group.';
COMMENT ON COLUMN dw.agg_meeting_province.row_count IS 'How many rows of the fact are added up.';
COMMENT ON COLUMN dw.agg_meeting_province.load_run_id IS 'The load that wrote the row.';

CREATE TABLE dw.agg_event_province (
    generation int NOT NULL,
    month_key int NOT NULL REFERENCES dw.dim_date,
    province_code text NOT NULL,
    discipline_code text NOT NULL,
    level text NOT NULL,
    held bigint NOT NULL,
    filed bigint NOT NULL,
    in_time bigint NOT NULL,
    row_count bigint NOT NULL CHECK (row_count > 0),
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (generation, province_code, month_key, discipline_code, level)
) WITH (fillfactor = 90);
CREATE INDEX agg_event_province_load_run_id ON dw.agg_event_province (load_run_id);
COMMENT ON TABLE dw.agg_event_province IS 'Sums of fct_event_filing by month, province, and discipline and level of the society.';
COMMENT ON COLUMN dw.agg_event_province.generation IS 'Generation; readers see the one in dw.published.';
COMMENT ON COLUMN dw.agg_event_province.month_key IS 'First day of the month as a number, such as 20220601.';
COMMENT ON COLUMN dw.agg_event_province.province_code IS 'Province; empty where there is none.';
COMMENT ON COLUMN dw.agg_event_province.discipline_code IS '学科 Discipline; empty where it is not known.';
COMMENT ON COLUMN dw.agg_event_province.level IS '层级 Administrative level.';
COMMENT ON COLUMN dw.agg_event_province.held IS 'Sum of held.';
COMMENT ON COLUMN dw.agg_event_province.filed IS 'Sum of filed.';
COMMENT ON COLUMN dw.agg_event_province.in_time IS 'Sum of in_time.';
COMMENT ON COLUMN dw.agg_event_province.row_count IS 'How many rows of the fact are added up.';
COMMENT ON COLUMN dw.agg_event_province.load_run_id IS 'The load that wrote the row.';

CREATE TABLE dw.agg_category_change_province (
    generation int NOT NULL,
    month_key int NOT NULL REFERENCES dw.dim_date,
    province_code text NOT NULL,
    discipline_code text NOT NULL,
    level text NOT NULL,
    change bigint NOT NULL,
    upgrade_to_a bigint NOT NULL,
    row_count bigint NOT NULL CHECK (row_count > 0),
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (generation, province_code, month_key, discipline_code, level)
) WITH (fillfactor = 90);
CREATE INDEX agg_category_change_province_load_run_id ON dw.agg_category_change_province (load_run_id);
COMMENT ON TABLE dw.agg_category_change_province IS 'Sums of fct_category_change by month, province, and discipline and level of the lead society.';
COMMENT ON COLUMN dw.agg_category_change_province.generation IS 'Generation; readers see the one in dw.published.';
COMMENT ON COLUMN dw.agg_category_change_province.month_key IS 'First day of the month as a number, such as 20220601.';
COMMENT ON COLUMN dw.agg_category_change_province.province_code IS 'Province; empty where there is none.';
COMMENT ON COLUMN dw.agg_category_change_province.discipline_code IS '学科 Discipline; empty where it is not known.';
COMMENT ON COLUMN dw.agg_category_change_province.level IS '层级 Administrative level.';
COMMENT ON COLUMN dw.agg_category_change_province.change IS 'Sum of change.';
COMMENT ON COLUMN dw.agg_category_change_province.upgrade_to_a IS 'Sum of upgrade_to_a.';
COMMENT ON COLUMN dw.agg_category_change_province.row_count IS 'How many rows of the fact are added up.';
COMMENT ON COLUMN dw.agg_category_change_province.load_run_id IS 'The load that wrote the row.';
