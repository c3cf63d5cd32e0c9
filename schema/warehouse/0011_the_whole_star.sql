-- The whole star: thirteen dimensions, twelve facts with their history, aggregates kept by differences, and what a load must know to read
-- only what changed. Rows that earlier loads wrote are taken over; the next load is a full one and keeps those that it replaces.

-- Loads -------------------------------------------------------------------------------------------------------------------------------------

ALTER TABLE dw.load_run
    ADD COLUMN mode text NOT NULL DEFAULT 'FULL' CHECK (mode IN ('FULL', 'INCREMENTAL')),
    ADD COLUMN reason text CHECK (reason <> ''),
    ADD COLUMN seen pg_snapshot,
    ADD COLUMN source_system text,
    ADD COLUMN horizon date,
    ADD COLUMN touched bigint NOT NULL DEFAULT 0 CHECK (touched >= 0),
    ADD COLUMN backend_pid int;
ALTER TABLE dw.load_run DROP CONSTRAINT load_run_check;

CREATE TABLE dw.published (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    generation int NOT NULL CHECK (generation > 0),
    load_run_id bigint REFERENCES dw.load_run,
    structure int NOT NULL
);
INSERT INTO dw.published (generation, load_run_id, structure) VALUES (1, (SELECT max(id) FROM dw.load_run WHERE status = 'SUCCEEDED'), 0);

CREATE TABLE dw.quarantine (
    source text NOT NULL CHECK (source <> ''),
    source_id bigint NOT NULL,
    reason text NOT NULL CHECK (reason <> ''),
    detail text NOT NULL,
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (source, source_id, reason)
);

DROP SCHEMA staging CASCADE;

-- Dimensions --------------------------------------------------------------------------------------------------------------------------------

ALTER TABLE dw.dim_date
    DROP CONSTRAINT dim_date_check,
    ALTER COLUMN calendar_date DROP NOT NULL,
    ALTER COLUMN year DROP NOT NULL,
    ALTER COLUMN quarter DROP NOT NULL,
    ALTER COLUMN month DROP NOT NULL,
    ALTER COLUMN day DROP NOT NULL,
    ALTER COLUMN weekday DROP NOT NULL,
    DROP CONSTRAINT dim_date_month_label_check,
    ADD CHECK (date_key = 0 OR date_key = year * 10000 + month * 100 + day),
    ADD COLUMN half_year int GENERATED ALWAYS AS ((month + 5) / 6) STORED,
    ADD COLUMN is_quarter_end boolean NOT NULL GENERATED ALWAYS AS (is_month_end AND month % 3 = 0) STORED,
    ADD COLUMN is_half_year_end boolean NOT NULL GENERATED ALWAYS AS (is_month_end AND month % 6 = 0) STORED,
    ADD COLUMN is_year_end boolean NOT NULL GENERATED ALWAYS AS (is_month_end AND month % 12 = 0) STORED,
    ADD COLUMN year_label_zh text NOT NULL GENERATED ALWAYS AS (CASE WHEN date_key = 0 THEN '未知' ELSE year || '年' END) STORED,
    ADD COLUMN half_year_label_zh text NOT NULL GENERATED ALWAYS AS (
        CASE WHEN date_key = 0 THEN '未知' ELSE year || '年' || CASE WHEN month <= 6 THEN '上' ELSE '下' END || '半年' END) STORED,
    ADD COLUMN quarter_label_zh text NOT NULL GENERATED ALWAYS AS (
        CASE WHEN date_key = 0 THEN '未知' ELSE year || '年第' || substr('一二三四', quarter, 1) || '季度' END) STORED,
    ADD COLUMN month_label_zh text NOT NULL GENERATED ALWAYS AS (CASE WHEN date_key = 0 THEN '未知' ELSE year || '年' || month || '月' END) STORED,
    ADD COLUMN date_label_zh text NOT NULL GENERATED ALWAYS AS (
        CASE WHEN date_key = 0 THEN '未知' ELSE year || '年' || month || '月' || day || '日' END) STORED,
    ADD COLUMN weekday_label_zh text NOT NULL GENERATED ALWAYS AS (
        CASE WHEN date_key = 0 THEN '未知' ELSE '星期' || substr('一二三四五六日', weekday, 1) END) STORED,
    ADD COLUMN quarter_label text NOT NULL GENERATED ALWAYS AS (CASE WHEN date_key = 0 THEN 'unknown' ELSE year || '-Q' || quarter END) STORED,
    ADD COLUMN is_holiday boolean;
INSERT INTO dw.dim_date (date_key, month_label, is_month_end) VALUES (0, 'unknown', false);

CREATE TABLE dw.dim_code (
    kind text NOT NULL CHECK (kind <> ''),
    code text NOT NULL CHECK (code <> ''),
    label_zh text NOT NULL CHECK (label_zh <> ''),
    label_en text NOT NULL CHECK (label_en <> ''),
    position int NOT NULL,
    PRIMARY KEY (kind, code)
);

CREATE TABLE dw.dim_region (
    region_code char(6) PRIMARY KEY,
    name text NOT NULL,
    level text NOT NULL,
    province_code char(6),
    province_name text,
    city_code char(6),
    city_name text,
    load_run_id bigint REFERENCES dw.load_run
);

ALTER TABLE dw.dim_committee
    ADD COLUMN province_code char(6),
    ADD COLUMN superseded_run_id bigint REFERENCES dw.load_run,
    ALTER COLUMN load_run_id DROP NOT NULL,
    DROP CONSTRAINT dim_committee_committee_id_valid_from_key,
    DROP CONSTRAINT dim_committee_no_overlap,
    ADD CONSTRAINT dim_committee_no_overlap EXCLUDE USING gist (committee_id WITH =, daterange(valid_from, valid_to) WITH &&)
        WHERE (superseded_run_id IS NULL) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX dim_committee_committee_id ON dw.dim_committee (committee_id);
CREATE INDEX dim_committee_superseded_run_id ON dw.dim_committee (superseded_run_id);
UPDATE dw.dim_committee SET province_code = CASE WHEN region_code LIKE '10%' THEN NULL ELSE substr(region_code, 1, 2) || '0000' END;

CREATE TABLE dw.bridge_committee (
    ancestor_id bigint NOT NULL,
    committee_id bigint NOT NULL,
    depth int NOT NULL CHECK (depth >= 0),
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (ancestor_id, committee_id, valid_from),
    CHECK (valid_from < valid_to)
);
CREATE INDEX bridge_committee_committee_id ON dw.bridge_committee (committee_id);

ALTER TABLE dw.dim_society
    ADD COLUMN committee_id bigint,
    ADD COLUMN superseded_run_id bigint REFERENCES dw.load_run,
    ALTER COLUMN load_run_id DROP NOT NULL,
    DROP CONSTRAINT dim_society_society_id_valid_from_key,
    DROP CONSTRAINT dim_society_no_overlap,
    ADD CONSTRAINT dim_society_no_overlap EXCLUDE USING gist (society_id WITH =, daterange(valid_from, valid_to) WITH &&)
        WHERE (superseded_run_id IS NULL) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX dim_society_society_id ON dw.dim_society (society_id);
CREATE INDEX dim_society_superseded_run_id ON dw.dim_society (superseded_run_id);
UPDATE dw.dim_society AS d SET committee_id = s.committee_id FROM graph.society AS s WHERE s.id = d.society_id;

ALTER TABLE dw.dim_branch
    ADD COLUMN lead_society_id bigint,
    ADD COLUMN superseded_run_id bigint REFERENCES dw.load_run,
    ALTER COLUMN load_run_id DROP NOT NULL,
    DROP CONSTRAINT dim_branch_branch_id_valid_from_key,
    DROP CONSTRAINT dim_branch_no_overlap,
    ADD CONSTRAINT dim_branch_no_overlap EXCLUDE USING gist (branch_id WITH =, daterange(valid_from, valid_to) WITH &&)
        WHERE (superseded_run_id IS NULL) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX dim_branch_branch_id ON dw.dim_branch (branch_id);
CREATE INDEX dim_branch_superseded_run_id ON dw.dim_branch (superseded_run_id);
UPDATE dw.dim_branch AS d SET lead_society_id = s.society_id FROM graph.branch_society AS s WHERE s.branch_id = d.branch_id AND s.is_lead;

CREATE TABLE dw.dim_supporting_unit (
    supporting_unit_key bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    supporting_unit_id bigint NOT NULL,
    name text NOT NULL,
    region_code char(6),
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    is_current boolean NOT NULL GENERATED ALWAYS AS (valid_to = '9999-12-31'::date) STORED,
    load_run_id bigint REFERENCES dw.load_run,
    superseded_run_id bigint REFERENCES dw.load_run,
    CHECK (valid_from < valid_to),
    CONSTRAINT dim_supporting_unit_no_overlap EXCLUDE USING gist (supporting_unit_id WITH =, daterange(valid_from, valid_to) WITH &&)
        WHERE (superseded_run_id IS NULL) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX dim_supporting_unit_supporting_unit_id ON dw.dim_supporting_unit (supporting_unit_id);
CREATE INDEX dim_supporting_unit_load_run_id ON dw.dim_supporting_unit (load_run_id);
CREATE INDEX dim_supporting_unit_superseded_run_id ON dw.dim_supporting_unit (superseded_run_id);

-- A version never changes what it says; where its end moves, the end that it had is kept.
CREATE TABLE dw.dim_version_end (
    dimension text NOT NULL,
    version_key bigint NOT NULL,
    valid_to date NOT NULL,
    load_run_id bigint NOT NULL,
    superseded_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (dimension, version_key, load_run_id)
);
CREATE INDEX dim_version_end_superseded_run_id ON dw.dim_version_end (superseded_run_id);

CREATE TABLE dw.dim_scheme_item (
    scheme_item_key bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    scheme_id bigint,
    section text NOT NULL,
    item_code text NOT NULL,
    position int,
    text text,
    maximum numeric(5, 2) NOT NULL,
    clause text,
    load_run_id bigint REFERENCES dw.load_run,
    UNIQUE NULLS NOT DISTINCT (scheme_id, section, item_code, maximum)
);

CREATE TABLE dw.dim_member_band (
    member_band_key int PRIMARY KEY,
    age_band text NOT NULL,
    sex text NOT NULL,
    status text NOT NULL,
    UNIQUE (age_band, sex, status)
);
INSERT INTO dw.dim_member_band (member_band_key, age_band, sex, status)
SELECT row_number() OVER (ORDER BY a.place, s.place, t.place) - 1, a.code, s.code, t.code
FROM unnest(ARRAY['UNKNOWN', '35_AND_UNDER', '36_TO_45', '46_TO_55', '56_TO_65', '66_AND_OVER']) WITH ORDINALITY AS a (code, place)
CROSS JOIN unnest(ARRAY['UNKNOWN', 'FEMALE', 'MALE']) WITH ORDINALITY AS s (code, place)
CROSS JOIN unnest(ARRAY['FULL', 'PROBATIONARY']) WITH ORDINALITY AS t (code, place);

ALTER TABLE dw.dim_rule_set
    ADD COLUMN work_denominator text NOT NULL DEFAULT 'ALL' CHECK (work_denominator IN ('ALL', 'OPERATING', 'WITH_MEMBERS', 'SHOULD_BUILD')),
    ADD COLUMN effective_denominator text NOT NULL DEFAULT 'ALL' CHECK (effective_denominator IN ('ALL', 'OPERATING', 'WITH_MEMBERS', 'SHOULD_BUILD')),
    ADD COLUMN should_build_source text NOT NULL DEFAULT '',
    ADD COLUMN ledger_aspects text[] NOT NULL DEFAULT '{}',
    ADD COLUMN ledger_complete_from int NOT NULL DEFAULT 0,
    ADD COLUMN document_title text,
    ADD COLUMN document_number text,
    ALTER COLUMN load_run_id DROP NOT NULL;

-- What a fact of something unknown leads to, instead of nothing.
INSERT INTO dw.dim_committee (committee_key, committee_id, name, region_code, region_name, level, valid_from, valid_to)
    OVERRIDING SYSTEM VALUE VALUES (0, 0, '未知', '000000', '未知', 'UNKNOWN', '1900-01-01', '9999-12-31');
INSERT INTO dw.dim_society (society_key, society_id, name, level, valid_from, valid_to)
    OVERRIDING SYSTEM VALUE VALUES (0, 0, '未知', 'UNKNOWN', '1900-01-01', '9999-12-31');
INSERT INTO dw.dim_branch (branch_key, branch_id, name, committee_id, form, status, category, valid_from, valid_to)
    OVERRIDING SYSTEM VALUE VALUES (0, 0, '未知', 0, 'UNKNOWN', 'DISSOLVED', 'UNCLASSIFIED', '1900-01-01', '9999-12-31');
INSERT INTO dw.dim_supporting_unit (supporting_unit_key, supporting_unit_id, name, valid_from, valid_to) VALUES (0, 0, '未知', '1900-01-01', '9999-12-31');
INSERT INTO dw.dim_region (region_code, name, level) VALUES ('000000', '未知', 'UNKNOWN');
INSERT INTO dw.dim_scheme_item (scheme_item_key, section, item_code, maximum) VALUES (0, 'UNKNOWN', 'UNKNOWN', 0);

-- Months ------------------------------------------------------------------------------------------------------------------------------------

ALTER TABLE dw.loaded_month RENAME TO loaded_month_before;
ALTER INDEX dw.loaded_month_pkey RENAME TO loaded_month_before_pkey;
CREATE TABLE dw.loaded_month (
    month_key int PRIMARY KEY REFERENCES dw.dim_date CHECK (month_key % 100 = 1),
    snapshot_day date NOT NULL,
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    CHECK (to_char(snapshot_day, 'YYYYMM') = (month_key / 100)::text)
);
CREATE INDEX loaded_month_load_run_id ON dw.loaded_month (load_run_id);
INSERT INTO dw.loaded_month (month_key, snapshot_day, load_run_id)
SELECT month_key, to_date(max(snapshot_key)::text, 'YYYYMMDD'), max(load_run_id) FROM dw.fct_coverage_monthly GROUP BY month_key;

-- Facts -------------------------------------------------------------------------------------------------------------------------------------

ALTER TABLE dw.fct_coverage_monthly RENAME TO fct_coverage_monthly_before;
ALTER TABLE dw.fct_category_change RENAME TO fct_category_change_before;
ALTER TABLE dw.agg_coverage_monthly RENAME TO agg_coverage_monthly_before;

CREATE TABLE dw.fct_coverage_monthly (
    generation int NOT NULL,
    month_key int NOT NULL REFERENCES dw.dim_date CHECK (month_key % 100 = 1),
    rule_set_id bigint NOT NULL,
    society_id bigint NOT NULL,
    rule_set_key bigint NOT NULL REFERENCES dw.dim_rule_set,
    society_key bigint NOT NULL REFERENCES dw.dim_society,
    committee_id bigint NOT NULL,
    committee_key bigint NOT NULL REFERENCES dw.dim_committee,
    category text CHECK (category IN ('A', 'B', 'C', 'UNCLASSIFIED')),
    in_denominator smallint NOT NULL CHECK (in_denominator IN (0, 1)),
    in_work_denominator smallint NOT NULL CHECK (in_work_denominator IN (0, 1)),
    in_effective_denominator smallint NOT NULL CHECK (in_effective_denominator IN (0, 1)),
    organised smallint NOT NULL CHECK (organised IN (0, 1)),
    standalone smallint NOT NULL CHECK (standalone IN (0, 1) AND standalone <= organised),
    work smallint NOT NULL CHECK (work IN (0, 1)),
    strong smallint NOT NULL CHECK (strong IN (0, 1) AND strong <= organised),
    effective smallint NOT NULL CHECK (effective IN (0, 1) AND effective <= organised),
    instructor smallint NOT NULL CHECK (instructor IN (0, 1)),
    operating smallint NOT NULL CHECK (operating IN (0, 1)),
    with_members smallint NOT NULL CHECK (with_members IN (0, 1)),
    should_build smallint NOT NULL CHECK (should_build IN (0, 1)),
    leading_group smallint NOT NULL CHECK (leading_group IN (0, 1)),
    group_met smallint NOT NULL CHECK (group_met IN (0, 1) AND group_met <= leading_group),
    ledger_recorded smallint NOT NULL CHECK (ledger_recorded IN (0, 1)),
    ledger_complete smallint NOT NULL CHECK (ledger_complete IN (0, 1)),
    charter_recorded smallint NOT NULL CHECK (charter_recorded IN (0, 1)),
    charter_clause smallint NOT NULL CHECK (charter_clause IN (0, 1) AND charter_clause <= charter_recorded),
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (generation, month_key, rule_set_id, society_id)
) PARTITION BY LIST (generation);
CREATE INDEX fct_coverage_monthly_society ON dw.fct_coverage_monthly (society_id);
CREATE INDEX fct_coverage_monthly_committee ON dw.fct_coverage_monthly (committee_id, month_key);

CREATE TABLE dw.fct_branch_monthly (
    generation int NOT NULL,
    month_key int NOT NULL REFERENCES dw.dim_date CHECK (month_key % 100 = 1),
    branch_id bigint NOT NULL,
    branch_key bigint NOT NULL REFERENCES dw.dim_branch,
    committee_id bigint NOT NULL,
    committee_key bigint NOT NULL REFERENCES dw.dim_committee,
    society_key bigint NOT NULL REFERENCES dw.dim_society,
    category text NOT NULL CHECK (category IN ('A', 'B', 'C', 'UNCLASSIFIED')),
    established smallint NOT NULL CHECK (established IN (0, 1)),
    activities_12m smallint NOT NULL CHECK (activities_12m >= 0),
    activities_year smallint NOT NULL CHECK (activities_year >= 0),
    minimum_met smallint NOT NULL CHECK (minimum_met IN (0, 1)),
    appraisal_done smallint NOT NULL CHECK (appraisal_done IN (0, 1)),
    plan smallint NOT NULL CHECK (plan IN (0, 1)),
    team smallint NOT NULL CHECK (team >= 0),
    cross_posted smallint NOT NULL CHECK (cross_posted BETWEEN 0 AND team),
    six_haves_recorded smallint NOT NULL CHECK (six_haves_recorded IN (0, 1)),
    six_haves_met smallint NOT NULL CHECK (six_haves_met IN (0, 1) AND six_haves_met <= six_haves_recorded),
    checked_in smallint NOT NULL CHECK (checked_in IN (0, 1)),
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (generation, month_key, branch_id)
) PARTITION BY LIST (generation);
CREATE INDEX fct_branch_monthly_branch ON dw.fct_branch_monthly (branch_id);
CREATE INDEX fct_branch_monthly_committee ON dw.fct_branch_monthly (committee_id, month_key);

CREATE TABLE dw.fct_assessment (
    generation int NOT NULL,
    branch_id bigint NOT NULL,
    year int NOT NULL,
    branch_key bigint NOT NULL REFERENCES dw.dim_branch,
    committee_id bigint NOT NULL,
    committee_key bigint NOT NULL REFERENCES dw.dim_committee,
    society_key bigint NOT NULL REFERENCES dw.dim_society,
    month_key int NOT NULL REFERENCES dw.dim_date,
    category text NOT NULL,
    assessment_id bigint,
    scheme_id bigint,
    stage text,
    grade text,
    grade_basis text,
    self_key int NOT NULL REFERENCES dw.dim_date,
    supervised_key int NOT NULL REFERENCES dw.dim_date,
    debriefed_key int NOT NULL REFERENCES dw.dim_date,
    reviewed_key int NOT NULL REFERENCES dw.dim_date,
    issued_key int NOT NULL REFERENCES dw.dim_date,
    assessed smallint NOT NULL CHECK (assessed IN (0, 1)),
    fixed numeric(7, 2) NOT NULL CHECK (fixed >= 0),
    bonus numeric(7, 2) NOT NULL CHECK (bonus >= 0),
    total numeric(7, 2) NOT NULL CHECK (total = fixed + bonus),
    excellent smallint NOT NULL CHECK (excellent IN (0, 1) AND excellent <= assessed),
    failed smallint NOT NULL CHECK (failed IN (0, 1) AND failed <= assessed),
    debrief_due smallint NOT NULL CHECK (debrief_due IN (0, 1)),
    debrief_in_person smallint NOT NULL CHECK (debrief_in_person IN (0, 1) AND debrief_in_person <= debrief_due),
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (generation, year, branch_id)
) PARTITION BY LIST (generation);
CREATE INDEX fct_assessment_branch ON dw.fct_assessment (branch_id);
CREATE INDEX fct_assessment_committee ON dw.fct_assessment (committee_id, year);

CREATE TABLE dw.fct_assessment_item (
    generation int NOT NULL,
    assessment_id bigint NOT NULL,
    scheme_item_key bigint NOT NULL REFERENCES dw.dim_scheme_item,
    branch_id bigint NOT NULL,
    year int NOT NULL,
    branch_key bigint NOT NULL REFERENCES dw.dim_branch,
    committee_id bigint NOT NULL,
    committee_key bigint NOT NULL REFERENCES dw.dim_committee,
    score numeric(5, 2) NOT NULL CHECK (score >= 0),
    maximum numeric(5, 2) NOT NULL CHECK (maximum > 0 AND score <= maximum),
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (generation, assessment_id, scheme_item_key)
) PARTITION BY LIST (generation);
CREATE INDEX fct_assessment_item_branch ON dw.fct_assessment_item (branch_id);

CREATE TABLE dw.fct_bonus (
    generation int NOT NULL,
    bonus_claim_id bigint NOT NULL,
    branch_id bigint NOT NULL,
    year int NOT NULL,
    date_key int NOT NULL REFERENCES dw.dim_date,
    month_key int NOT NULL REFERENCES dw.dim_date,
    branch_key bigint NOT NULL REFERENCES dw.dim_branch,
    committee_id bigint NOT NULL,
    committee_key bigint NOT NULL REFERENCES dw.dim_committee,
    society_key bigint NOT NULL REFERENCES dw.dim_society,
    bonus_item text NOT NULL,
    level text NOT NULL,
    status text NOT NULL,
    claimed smallint NOT NULL CHECK (claimed = 1),
    points numeric(5, 2) NOT NULL CHECK (points > 0),
    counted numeric(5, 2) NOT NULL CHECK (counted IN (0, points)),
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (generation, bonus_claim_id)
) PARTITION BY LIST (generation);
CREATE INDEX fct_bonus_branch ON dw.fct_bonus (branch_id);

CREATE TABLE dw.fct_activity (
    generation int NOT NULL,
    activity_id bigint NOT NULL,
    branch_id bigint NOT NULL,
    date_key int NOT NULL REFERENCES dw.dim_date,
    month_key int NOT NULL REFERENCES dw.dim_date,
    branch_key bigint NOT NULL REFERENCES dw.dim_branch,
    committee_id bigint NOT NULL,
    committee_key bigint NOT NULL REFERENCES dw.dim_committee,
    society_key bigint NOT NULL REFERENCES dw.dim_society,
    category text NOT NULL,
    kind text NOT NULL,
    held smallint NOT NULL CHECK (held = 1),
    collective smallint NOT NULL CHECK (collective IN (0, 1)),
    documented smallint NOT NULL CHECK (documented IN (0, 1)),
    expected int NOT NULL CHECK (expected >= 0),
    attended int NOT NULL CHECK (attended BETWEEN 0 AND expected),
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (generation, activity_id)
) PARTITION BY LIST (generation);
CREATE INDEX fct_activity_branch ON dw.fct_activity (branch_id);
CREATE INDEX fct_activity_committee ON dw.fct_activity (committee_id, month_key);

CREATE TABLE dw.fct_meeting (
    generation int NOT NULL,
    kind text NOT NULL,
    meeting_id bigint NOT NULL,
    society_id bigint NOT NULL,
    date_key int NOT NULL REFERENCES dw.dim_date,
    month_key int NOT NULL REFERENCES dw.dim_date,
    society_key bigint NOT NULL REFERENCES dw.dim_society,
    committee_id bigint NOT NULL,
    committee_key bigint NOT NULL REFERENCES dw.dim_committee,
    held smallint NOT NULL CHECK (held = 1),
    quorate smallint NOT NULL CHECK (quorate IN (0, 1)),
    seats smallint NOT NULL CHECK (seats >= 0),
    present smallint NOT NULL CHECK (present >= 0),
    decided smallint NOT NULL CHECK (decided >= 0),
    deferred smallint NOT NULL CHECK (deferred >= 0),
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (generation, kind, meeting_id)
) PARTITION BY LIST (generation);
CREATE INDEX fct_meeting_society ON dw.fct_meeting (society_id);
CREATE INDEX fct_meeting_committee ON dw.fct_meeting (committee_id, month_key);

CREATE TABLE dw.fct_category_change (
    generation int NOT NULL,
    branch_id bigint NOT NULL,
    date_key int NOT NULL REFERENCES dw.dim_date,
    month_key int NOT NULL REFERENCES dw.dim_date,
    branch_key bigint NOT NULL REFERENCES dw.dim_branch,
    committee_id bigint NOT NULL,
    committee_key bigint NOT NULL REFERENCES dw.dim_committee,
    society_key bigint NOT NULL REFERENCES dw.dim_society,
    from_category text CHECK (from_category IN ('A', 'B', 'C', 'UNCLASSIFIED')),
    to_category text NOT NULL CHECK (to_category IN ('A', 'B', 'C', 'UNCLASSIFIED')),
    change smallint NOT NULL CHECK (change = 1),
    upgrade_to_a smallint NOT NULL CHECK (upgrade_to_a IN (0, 1)),
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (generation, branch_id, date_key),
    CHECK (from_category <> to_category),
    CHECK (upgrade_to_a = CASE WHEN from_category IN ('B', 'C') AND to_category = 'A' THEN 1 ELSE 0 END)
) PARTITION BY LIST (generation);
CREATE INDEX fct_category_change_committee ON dw.fct_category_change (committee_id, month_key);

CREATE TABLE dw.fct_rectification (
    generation int NOT NULL,
    rectification_id bigint NOT NULL,
    society_id bigint NOT NULL,
    branch_id bigint NOT NULL,
    month_key int NOT NULL REFERENCES dw.dim_date,
    found_key int NOT NULL REFERENCES dw.dim_date,
    ledgered_key int NOT NULL REFERENCES dw.dim_date,
    closed_key int NOT NULL REFERENCES dw.dim_date,
    notified_key int NOT NULL REFERENCES dw.dim_date,
    society_key bigint NOT NULL REFERENCES dw.dim_society,
    branch_key bigint NOT NULL REFERENCES dw.dim_branch,
    committee_id bigint NOT NULL,
    committee_key bigint NOT NULL REFERENCES dw.dim_committee,
    found smallint NOT NULL CHECK (found = 1),
    ledgered smallint NOT NULL CHECK (ledgered IN (0, 1)),
    closed smallint NOT NULL CHECK (closed IN (0, 1)),
    notified smallint NOT NULL CHECK (notified IN (0, 1)),
    days_open int,
    late smallint NOT NULL CHECK (late IN (0, 1)),
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (generation, rectification_id)
) PARTITION BY LIST (generation);
CREATE INDEX fct_rectification_committee ON dw.fct_rectification (committee_id, month_key);

CREATE TABLE dw.fct_target_progress (
    generation int NOT NULL,
    month_key int NOT NULL REFERENCES dw.dim_date CHECK (month_key % 100 = 1),
    committee_id bigint NOT NULL,
    kind text NOT NULL,
    year int NOT NULL,
    committee_key bigint NOT NULL REFERENCES dw.dim_committee,
    target int NOT NULL CHECK (target >= 0),
    done int NOT NULL CHECK (done >= 0),
    met smallint NOT NULL CHECK (met IN (0, 1)),
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (generation, month_key, committee_id, kind, year)
) PARTITION BY LIST (generation);
CREATE INDEX fct_target_progress_committee ON dw.fct_target_progress (committee_id, month_key);

CREATE TABLE dw.fct_member_count (
    generation int NOT NULL,
    branch_id bigint NOT NULL,
    member_band_key int NOT NULL REFERENCES dw.dim_member_band,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    members int NOT NULL CHECK (members > 0),
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (generation, branch_id, member_band_key, valid_from),
    CHECK (valid_from < valid_to)
) PARTITION BY LIST (generation);

CREATE TABLE dw.fct_event_filing (
    generation int NOT NULL,
    event_filing_id bigint NOT NULL,
    society_id bigint NOT NULL,
    date_key int NOT NULL REFERENCES dw.dim_date,
    month_key int NOT NULL REFERENCES dw.dim_date,
    filed_key int NOT NULL REFERENCES dw.dim_date,
    society_key bigint NOT NULL REFERENCES dw.dim_society,
    committee_id bigint NOT NULL,
    committee_key bigint NOT NULL REFERENCES dw.dim_committee,
    held smallint NOT NULL CHECK (held = 1),
    filed smallint NOT NULL CHECK (filed IN (0, 1)),
    in_time smallint NOT NULL CHECK (in_time IN (0, 1) AND in_time <= filed),
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (generation, event_filing_id)
) PARTITION BY LIST (generation);
CREATE INDEX fct_event_filing_society ON dw.fct_event_filing (society_id);
CREATE INDEX fct_event_filing_committee ON dw.fct_event_filing (committee_id, month_key);

-- Aggregates, kept by differences: what a load adds to a fact and takes from it is added to these. -----------------------------------------------

CREATE TABLE dw.agg_coverage_committee (
    generation int NOT NULL,
    month_key int NOT NULL REFERENCES dw.dim_date,
    rule_set_id bigint NOT NULL,
    committee_id bigint NOT NULL,
    discipline_code text NOT NULL,
    level text NOT NULL,
    society_count bigint NOT NULL, in_denominator bigint NOT NULL, in_work_denominator bigint NOT NULL, in_effective_denominator bigint NOT NULL,
    operating bigint NOT NULL, with_members bigint NOT NULL, should_build bigint NOT NULL, organised bigint NOT NULL,
    organised_in_denominator bigint NOT NULL, organised_operating bigint NOT NULL, organised_with_members bigint NOT NULL,
    organised_should_build bigint NOT NULL, work bigint NOT NULL, work_in_work_denominator bigint NOT NULL, work_operating bigint NOT NULL,
    work_with_members bigint NOT NULL, work_should_build bigint NOT NULL, strong_in_denominator bigint NOT NULL,
    effective_in_effective_denominator bigint NOT NULL, standalone_operating bigint NOT NULL, instructor bigint NOT NULL,
    leading_group bigint NOT NULL, group_met bigint NOT NULL, ledger_recorded bigint NOT NULL, ledger_complete bigint NOT NULL,
    charter_recorded bigint NOT NULL, charter_clause bigint NOT NULL,
    row_count bigint NOT NULL CHECK (row_count > 0),
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (generation, rule_set_id, committee_id, month_key, discipline_code, level)
) WITH (fillfactor = 90);
CREATE INDEX agg_coverage_committee_load_run_id ON dw.agg_coverage_committee (load_run_id);

CREATE TABLE dw.agg_coverage_province (
    generation int NOT NULL,
    month_key int NOT NULL REFERENCES dw.dim_date,
    rule_set_id bigint NOT NULL,
    province_code text NOT NULL,
    discipline_code text NOT NULL,
    level text NOT NULL,
    society_count bigint NOT NULL, in_denominator bigint NOT NULL, in_work_denominator bigint NOT NULL, in_effective_denominator bigint NOT NULL,
    operating bigint NOT NULL, with_members bigint NOT NULL, should_build bigint NOT NULL, organised bigint NOT NULL,
    organised_in_denominator bigint NOT NULL, organised_operating bigint NOT NULL, organised_with_members bigint NOT NULL,
    organised_should_build bigint NOT NULL, work bigint NOT NULL, work_in_work_denominator bigint NOT NULL, work_operating bigint NOT NULL,
    work_with_members bigint NOT NULL, work_should_build bigint NOT NULL, strong_in_denominator bigint NOT NULL,
    effective_in_effective_denominator bigint NOT NULL, standalone_operating bigint NOT NULL, instructor bigint NOT NULL,
    leading_group bigint NOT NULL, group_met bigint NOT NULL, ledger_recorded bigint NOT NULL, ledger_complete bigint NOT NULL,
    charter_recorded bigint NOT NULL, charter_clause bigint NOT NULL,
    row_count bigint NOT NULL CHECK (row_count > 0),
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (generation, rule_set_id, province_code, month_key, discipline_code, level)
) WITH (fillfactor = 90);
CREATE INDEX agg_coverage_province_month ON dw.agg_coverage_province (generation, rule_set_id, month_key);
CREATE INDEX agg_coverage_province_load_run_id ON dw.agg_coverage_province (load_run_id);

CREATE TABLE dw.agg_branch_province (
    generation int NOT NULL,
    month_key int NOT NULL REFERENCES dw.dim_date,
    province_code text NOT NULL,
    discipline_code text NOT NULL,
    level text NOT NULL,
    branch_count bigint NOT NULL, established bigint NOT NULL, established_a bigint NOT NULL, established_b bigint NOT NULL,
    established_c bigint NOT NULL, minimum_met_established bigint NOT NULL, appraisal_done_established bigint NOT NULL,
    plan_established bigint NOT NULL, team bigint NOT NULL, cross_posted bigint NOT NULL, six_haves_recorded_established bigint NOT NULL,
    six_haves_met_established bigint NOT NULL, checked_in bigint NOT NULL, activities_year bigint NOT NULL,
    row_count bigint NOT NULL CHECK (row_count > 0),
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (generation, province_code, month_key, discipline_code, level)
) WITH (fillfactor = 90);
CREATE INDEX agg_branch_province_load_run_id ON dw.agg_branch_province (load_run_id);

CREATE TABLE dw.agg_activity_province (
    generation int NOT NULL,
    month_key int NOT NULL REFERENCES dw.dim_date,
    province_code text NOT NULL,
    discipline_code text NOT NULL,
    level text NOT NULL,
    held bigint NOT NULL, collective bigint NOT NULL, documented bigint NOT NULL, expected bigint NOT NULL, attended bigint NOT NULL,
    row_count bigint NOT NULL CHECK (row_count > 0),
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (generation, province_code, month_key, discipline_code, level)
) WITH (fillfactor = 90);
CREATE INDEX agg_activity_province_load_run_id ON dw.agg_activity_province (load_run_id);

CREATE TABLE dw.agg_item_score (
    generation int NOT NULL,
    year int NOT NULL,
    scheme_item_key bigint NOT NULL REFERENCES dw.dim_scheme_item,
    province_code text NOT NULL,
    score numeric(5, 2) NOT NULL,
    row_count bigint NOT NULL CHECK (row_count > 0),
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    PRIMARY KEY (generation, province_code, year, scheme_item_key, score)
) WITH (fillfactor = 90);
CREATE INDEX agg_item_score_load_run_id ON dw.agg_item_score (load_run_id);

-- Generation 1, and for each fact the versions that later loads replaced.
DO $$
DECLARE
    fact text;
    keys text;
BEGIN
    FOREACH fact IN ARRAY ARRAY['coverage_monthly', 'branch_monthly', 'assessment', 'assessment_item', 'bonus', 'activity', 'meeting',
        'category_change', 'rectification', 'target_progress', 'member_count', 'event_filing'] LOOP
        EXECUTE format('CREATE TABLE dw.fct_%1$s_g1 PARTITION OF dw.fct_%1$s FOR VALUES IN (1) WITH (fillfactor = 90)', fact);
        EXECUTE format('CREATE TABLE dw.fct_%1$s_history (LIKE dw.fct_%1$s)', fact);
        EXECUTE format('ALTER TABLE dw.fct_%1$s_history DROP COLUMN generation, ADD COLUMN superseded_run_id bigint NOT NULL', fact);
        SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.place) INTO keys
        FROM pg_index AS i
        CROSS JOIN LATERAL unnest(i.indkey::int[]) WITH ORDINALITY AS k (attnum, place)
        JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
        WHERE i.indrelid = format('dw.fct_%s', fact)::regclass AND i.indisprimary AND a.attname <> 'generation';
        EXECUTE format('ALTER TABLE dw.fct_%1$s_history ADD PRIMARY KEY (%2$s, load_run_id), ADD CHECK (load_run_id < superseded_run_id)', fact, keys);
        EXECUTE format('CREATE INDEX ON dw.fct_%1$s_history (superseded_run_id)', fact);
    END LOOP;
END $$;

INSERT INTO dw.fct_coverage_monthly (
    generation, month_key, rule_set_id, society_id, rule_set_key, society_key, committee_id, committee_key, category,
    in_denominator, in_work_denominator, in_effective_denominator, organised, standalone, work, strong, effective, instructor, operating,
    with_members, should_build, leading_group, group_met, ledger_recorded, ledger_complete, charter_recorded, charter_clause, load_run_id)
SELECT 1, month_key, rule_set_id, society_id, rule_set_key, society_key, committee_id, committee_key, category,
       organization_coverage_denominator, work_coverage_denominator, organization_coverage_denominator, has_counted_organization, 0,
       work_covered, strong_covered, effective_covered, has_instructor, denominator_operating, denominator_with_members,
       denominator_should_build, 0, 0, 0, 0, 0, 0, load_run_id
FROM dw.fct_coverage_monthly_before;
INSERT INTO dw.fct_category_change (
    generation, branch_id, date_key, month_key, branch_key, committee_id, committee_key, society_key, from_category, to_category, change,
    upgrade_to_a, load_run_id)
SELECT 1, f.branch_id, coalesce(f.date_key, 0), coalesce(f.date_key / 100 * 100 + 1, 0), f.branch_key, c.committee_id, f.committee_key, 0,
       f.from_category, f.to_category, 1, f.is_upgrade_to_a, f.load_run_id
FROM dw.fct_category_change_before AS f JOIN dw.dim_committee AS c ON c.committee_key = f.committee_key;
DROP TABLE dw.fct_coverage_monthly_before, dw.fct_category_change_before, dw.agg_coverage_monthly_before, dw.loaded_month_before CASCADE;
-- The next load compares with these rows, and the planner must know how many there are.
ANALYZE dw.fct_coverage_monthly;
ANALYZE dw.fct_category_change;

-- Comments: one for a name, wherever it stands; what history and partitions have is what their facts have. ----------------------------------------

DO $$
DECLARE
    said record;
    place record;
BEGIN
    FOR said IN SELECT * FROM (VALUES
        ('published', 'Which generation of facts readers see, and the load that published it. One row.'),
        ('quarantine', 'One row per source row that contradicts what else is known, and reason: it is in no fact until it is mended.'),
        ('loaded_month', 'One row per month of the star, with the day whose state it tells.'),
        ('dim_code', '代码 One row per kind of code and code, with labels in Chinese and English.'),
        ('dim_region', '地区 One row per region (GB/T 2260), with the province and the city around it; type 1.'),
        ('dim_supporting_unit', '支撑单位 One row per supporting unit and period with one name and region; type 2.'),
        ('dim_version_end', 'One row per end that a version of a dimension had before it moved.'),
        ('dim_scheme_item', '考核项目 One row per assessment scheme and item.'),
        ('dim_member_band', '党员分组 One row per age band, sex and status; never a person.'),
        ('bridge_committee', 'One row per committee, committee above it (itself at depth 0) and period: rolls up any level on any day.'),
        ('fct_coverage_monthly', 'One row per month, rule set in effect and society of its jurisdiction. Periodic snapshot. Measures are 0/1; they add over societies, not over months or rule sets.'),
        ('fct_branch_monthly', 'One row per month and branch that is proposed or established. Periodic snapshot. Measures add over branches, not over months.'),
        ('fct_assessment', 'One row per branch and year with an entry or a result. Accumulating snapshot: the days of its stages fill in. Measures add over all; a mean is a sum ÷ assessed.'),
        ('fct_assessment_item', 'One row per result and item of its scheme. Transaction. score and maximum add within a scheme.'),
        ('fct_bonus', 'One row per bonus claim. Transaction. Measures add over all.'),
        ('fct_activity', 'One row per activity that was held. Transaction. Measures add over all.'),
        ('fct_meeting', 'One row per meeting of a leading group or a committee. Transaction. Measures add over all of one kind.'),
        ('fct_category_change', 'One row per branch and change of its category, its first classification included. Transaction. Measures add over all.'),
        ('fct_rectification', 'One row per finding. Accumulating snapshot: the days of its stages fill in. Measures add over all.'),
        ('fct_target_progress', 'One row per month, committee, kind of target and year. Periodic snapshot. Measures add over committees within a kind, not over months.'),
        ('fct_member_count', 'One row per branch, band and period of one number. members adds over branches and bands of one day; mart asks it for months.'),
        ('fct_event_filing', 'One row per event that was held. Transaction. Measures add over all.'),
        ('agg_coverage_committee', 'Sums of fct_coverage_monthly by month, rule set, committee, discipline and level. A name such as organised_in_denominator sums organised where in_denominator is 1.'),
        ('agg_coverage_province', 'Sums of fct_coverage_monthly by month, rule set, province, discipline and level.'),
        ('agg_branch_province', 'Sums of fct_branch_monthly by month, province, and discipline and level of the lead society.'),
        ('agg_activity_province', 'Sums of fct_activity by month, province, and discipline and level of the lead society.'),
        ('agg_item_score', 'How many results have a score, by year, item and province: distributions, means and deviations follow.')
    ) AS listed (name, words) LOOP
        EXECUTE format('COMMENT ON TABLE dw.%I IS %L', said.name, said.words);
        IF said.name LIKE 'fct\_%' THEN
            EXECUTE format('COMMENT ON TABLE dw.%I IS %L', said.name || '_g1', 'Generation 1 of dw.' || said.name || '.');
            EXECUTE format('COMMENT ON TABLE dw.%I IS %L', said.name || '_history',
                'Rows of dw.' || said.name || ' that later loads replaced: load L knew those with load_run_id <= L < superseded_run_id.');
        END IF;
    END LOOP;
    FOR said IN SELECT * FROM (VALUES
        ('generation', 'Generation; readers see the one in dw.published.'),
        ('only_row', 'Always true.'),
        ('structure', 'Version of the transforms that computed the star; another one makes the next load a full one.'),
        ('load_run_id', 'The load that wrote the row.'),
        ('superseded_run_id', 'The load that replaced it; null while it holds.'),
        ('mode', 'FULL or INCREMENTAL: everything, or what changed.'),
        ('reason', 'Why: of a load, why everything was loaded; of a quarantined row, the code of its contradiction.'),
        ('seen', 'Transactions of the graph that the load saw; the next one reads what is not among them.'),
        ('source_system', 'The server, its timeline and the database that the load read: another one is loaded in full.'),
        ('horizon', 'The last day that the star tells since this load.'),
        ('touched', 'How many subjects had changed since the load before.'),
        ('backend_pid', 'Server process of the load, to tell whether it still runs.'),
        ('source', 'What the source row is.'),
        ('source_id', 'Its key.'),
        ('detail', 'The contradiction in words.'),
        ('half_year', '1 or 2.'),
        ('is_quarter_end', 'Last day of its quarter.'),
        ('is_half_year_end', 'Last day of its half-year.'),
        ('is_year_end', 'Last day of its year.'),
        ('year_label_zh', '年.'),
        ('half_year_label_zh', '半年.'),
        ('quarter_label_zh', '季度.'),
        ('month_label_zh', '月.'),
        ('date_label_zh', '日.'),
        ('weekday_label_zh', '星期.'),
        ('quarter_label', 'Quarter, such as 2022-Q2.'),
        ('is_holiday', '法定节假日 Null: no list of holidays is kept.'),
        ('kind', 'Kind.'),
        ('code', 'Code.'),
        ('label_zh', '中文名称 Label in Chinese.'),
        ('label_en', 'Label in English.'),
        ('position', 'Place in order.'),
        ('region_code', 'Region (GB/T 2260).'),
        ('name', 'Name.'),
        ('level', '层级 Administrative level.'),
        ('province_code', 'Province; empty or null where there is none.'),
        ('province_name', 'Name of the province.'),
        ('city_code', 'City.'),
        ('city_name', 'Name of the city.'),
        ('ancestor_id', 'The committee above, or itself.'),
        ('committee_id', 'Key of the committee in the graph.'),
        ('depth', 'Steps between them.'),
        ('valid_from', 'First day; 1900-01-01 where the start is not stated.'),
        ('valid_to', 'First day after it; 9999-12-31 while it lasts.'),
        ('is_current', 'Whether it lasts.'),
        ('supporting_unit_key', 'Key of the version.'),
        ('supporting_unit_id', 'Key of the supporting unit in the graph.'),
        ('dimension', 'Table of the dimension.'),
        ('version_key', 'Key of the version there.'),
        ('scheme_item_key', 'Key of the item.'),
        ('scheme_id', 'Assessment scheme in the graph; null where the result came without one.'),
        ('section', 'Section of the scheme.'),
        ('item_code', 'Code of the item.'),
        ('text', 'What it asks, in short.'),
        ('maximum', 'Points that it can give.'),
        ('clause', 'Clauses that say so.'),
        ('member_band_key', 'Key of the band.'),
        ('age_band', '年龄段 Age band.'),
        ('sex', '性别 Sex.'),
        ('status', 'Status.'),
        ('lead_society_id', 'Lead society in the graph; null where there is none.'),
        ('work_denominator', 'Which societies work coverage (I02) is asked of.'),
        ('effective_denominator', 'Which societies effective coverage (I08) is asked of.'),
        ('should_build_source', 'Clauses on how many full members an organization needs.'),
        ('ledger_aspects', 'Aspects that a ledger owes.'),
        ('ledger_complete_from', 'How many of them must be clear.'),
        ('document_title', 'Document that the rule set comes from.'),
        ('document_number', 'Its number.'),
        ('month_key', 'First day of the month as a number, such as 20220601.'),
        ('snapshot_day', 'The day whose state the month tells.'),
        ('rule_set_id', 'Key of the rule set in the graph.'),
        ('rule_set_key', 'Wording of the rule set that the row was computed with.'),
        ('society_id', 'Key of the society in the graph; 0 for none.'),
        ('society_key', 'Version of the society on the day; 0 for none.'),
        ('committee_key', 'Version of the committee on the day; 0 for none.'),
        ('branch_id', 'Key of the branch in the graph; 0 for none.'),
        ('branch_key', 'Version of the branch on the day; 0 for none.'),
        ('category', '分类 Category on the day.'),
        ('in_denominator', '1 in the denominator that the rule set chose (I01).'),
        ('in_work_denominator', '1 in the denominator of work coverage (I02).'),
        ('in_effective_denominator', '1 in the denominator of effective coverage (I08).'),
        ('organised', '组织覆盖 1 with an organization that counts.'),
        ('standalone', '单独组建 1 with one that is no joint branch.'),
        ('work', '工作覆盖 1 if covered by work.'),
        ('strong', '有力覆盖 1 with an organization and somebody who carries its work.'),
        ('effective', '有效覆盖 1 with an organization that does what it must.'),
        ('instructor', '党建指导员 1 with an instructor.'),
        ('operating', '正常运行 1 if known to operate.'),
        ('with_members', '有党员 1 if known to have party members.'),
        ('should_build', '应建 1 if known to have full members enough.'),
        ('leading_group', '领导小组 1 with an approved leading group.'),
        ('group_met', '1 where the group met in this half-year up to the day.'),
        ('ledger_recorded', '台账 1 where anything is entered.'),
        ('ledger_complete', '台账完整 1 where as many aspects are clear as the rule set wants.'),
        ('charter_recorded', '党建入章 1 where it is recorded whether the charter has the clause.'),
        ('charter_clause', '党建入章 1 where it is recorded that it has.'),
        ('established', '1 if established, 0 while proposed.'),
        ('activities_12m', 'Collective activities of the twelve months up to the day.'),
        ('activities_year', 'Collective activities of the year up to the day.'),
        ('minimum_met', '活动达标 1 where the year''s minimum is reached by the day.'),
        ('appraisal_done', '民主评议 1 where the year''s appraisals are held by the day.'),
        ('plan', '年度计划 1 with a plan of the year.'),
        ('team', '支部班子 People with a post in the branch.'),
        ('cross_posted', '交叉任职 Those of them with a post in the council of one of its societies.'),
        ('six_haves_recorded', '六有 1 where it is recorded what the branch has.'),
        ('six_haves_met', '六有 1 where it has all six.'),
        ('checked_in', '社区报到 1 where it checked in this year.'),
        ('year', 'Year.'),
        ('assessment_id', 'Key of the result in the graph; null while there is none.'),
        ('stage', 'Stage of the entry; null where the result came without one.'),
        ('grade', '等次 Grade; null while there is no result.'),
        ('grade_basis', 'What the grade comes from; null while there is no result.'),
        ('self_key', 'Day of the self-assessment; 0 while it is open.'),
        ('supervised_key', 'Day of the supervision team''s rating; 0 while it is open.'),
        ('debriefed_key', 'Day of the debrief; 0 while it is open.'),
        ('reviewed_key', 'Day of the committee''s decision; 0 while it is open.'),
        ('issued_key', 'Day of issue; 0 where it is not known.'),
        ('assessed', '1 with a result.'),
        ('fixed', 'Points of fixed items.'),
        ('bonus', 'Bonus points.'),
        ('total', 'Both together.'),
        ('excellent', '优秀 1 where the grade is excellent.'),
        ('failed', '不合格 1 where the grade is unqualified.'),
        ('debrief_due', '1 with an entry in a round.'),
        ('debrief_in_person', '1 where the secretary was debriefed in person.'),
        ('score', 'Points.'),
        ('bonus_claim_id', 'Key of the claim in the graph.'),
        ('date_key', 'Day as a number; 0 where it is not stated.'),
        ('bonus_item', 'Item.'),
        ('claimed', 'Always 1.'),
        ('points', 'Points of the claim.'),
        ('counted', 'Points that count.'),
        ('activity_id', 'Key of the activity in the graph.'),
        ('held', 'Always 1.'),
        ('collective', '1 if collective.'),
        ('documented', '1 with plan, attendance and record.'),
        ('expected', '应到 Those expected, where both numbers are recorded.'),
        ('attended', '实到 Those who came, where both numbers are recorded.'),
        ('meeting_id', 'Key of the meeting in the graph, within its kind.'),
        ('quorate', '1 where enough seats were present by the rules of the day.'),
        ('seats', 'Seats of the group.'),
        ('present', 'Seats that were present.'),
        ('decided', 'Items that were adopted or rejected.'),
        ('deferred', 'Items that were deferred.'),
        ('from_category', 'Category before; null for a first classification.'),
        ('to_category', 'Category from that day on.'),
        ('change', 'Always 1.'),
        ('upgrade_to_a', '转A 1 for a change from B or C to A.'),
        ('rectification_id', 'Key of the finding in the graph.'),
        ('found_key', 'Day of the finding.'),
        ('ledgered_key', 'Day of the ledger; 0 while it is not entered.'),
        ('closed_key', 'Day of closing; 0 while it is open.'),
        ('notified_key', 'Day of the notice; 0 while there is none.'),
        ('found', 'Always 1.'),
        ('ledgered', '1 where it is in the ledger.'),
        ('closed', '1 where it is closed.'),
        ('notified', '1 where the notice was given.'),
        ('days_open', 'Days from finding to closing; null while it is open.'),
        ('late', '1 where it was open after its last day.'),
        ('target', 'How many are asked for.'),
        ('done', 'How many were done by the day.'),
        ('met', '1 where as many were done as are asked for.'),
        ('members', 'Number of party members.'),
        ('event_filing_id', 'Key of the event in the graph.'),
        ('filed_key', 'Day of filing; 0 where there is none.'),
        ('filed', '1 where it was filed.'),
        ('in_time', '1 where it was filed as early as the rules ask.'),
        ('discipline_code', '学科 Discipline; empty where it is not known.'),
        ('row_count', 'How many rows of the fact are added up.'),
        ('society_count', 'Number of societies.'),
        ('branch_count', 'Number of branches.')
    ) AS listed (name, words) LOOP
        FOR place IN
            SELECT c.relname, a.attname FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
            WHERE c.relnamespace = 'dw'::regnamespace AND c.relkind IN ('r', 'p') AND a.attname = said.name AND col_description(c.oid, a.attnum) IS NULL
        LOOP
            EXECUTE format('COMMENT ON COLUMN dw.%I.%I IS %L', place.relname, place.attname, said.words);
        END LOOP;
    END LOOP;
    -- A sum's name says what it adds up.
    FOR place IN
        SELECT c.relname, a.attname FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
        WHERE c.relnamespace = 'dw'::regnamespace AND c.relname LIKE 'agg\_%' AND c.relkind = 'r' AND a.attnum > 0 AND col_description(c.oid, a.attnum) IS NULL
    LOOP
        EXECUTE format('COMMENT ON COLUMN dw.%I.%I IS %L', place.relname, place.attname, 'Sum of ' || place.attname || '.');
    END LOOP;
END $$;
