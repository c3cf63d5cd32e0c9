-- Dimensions. A version holds from valid_from up to, not including, valid_to. 1900-01-01 stands for "since before records",
-- 9999-12-31 for "no end": BI tools compare with both ends, and neither is null.
-- Versions follow from the graph's dated history alone, so a rebuild gives the versions that any sequence of loads gave.

CREATE TABLE dw.dim_date (
    date_key int PRIMARY KEY,
    calendar_date date NOT NULL UNIQUE,
    year int NOT NULL,
    quarter int NOT NULL CHECK (quarter BETWEEN 1 AND 4),
    month int NOT NULL CHECK (month BETWEEN 1 AND 12),
    day int NOT NULL CHECK (day BETWEEN 1 AND 31),
    weekday int NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    month_label text NOT NULL CHECK (month_label ~ '^[0-9]{4}-[0-9]{2}$'),
    is_month_end boolean NOT NULL,
    CHECK (date_key = year * 10000 + month * 100 + day)
);
COMMENT ON TABLE dw.dim_date IS 'One row per day from 1900 to 2099.';
COMMENT ON COLUMN dw.dim_date.date_key IS 'Key: yyyymmdd.';
COMMENT ON COLUMN dw.dim_date.calendar_date IS 'The day.';
COMMENT ON COLUMN dw.dim_date.year IS 'Year.';
COMMENT ON COLUMN dw.dim_date.quarter IS 'Quarter, 1 to 4.';
COMMENT ON COLUMN dw.dim_date.month IS 'Month, 1 to 12.';
COMMENT ON COLUMN dw.dim_date.day IS 'Day of the month.';
COMMENT ON COLUMN dw.dim_date.weekday IS 'Day of the week, 1 is Monday (ISO 8601).';
COMMENT ON COLUMN dw.dim_date.month_label IS 'Year and month, for example 2022-06.';
COMMENT ON COLUMN dw.dim_date.is_month_end IS 'True for the last day of a month.';

CREATE TABLE dw.dim_committee (
    committee_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    committee_id bigint NOT NULL,
    name text NOT NULL,
    region_code char(6) NOT NULL,
    region_name text NOT NULL,
    level text NOT NULL,
    parent_id bigint,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    is_current boolean NOT NULL GENERATED ALWAYS AS (valid_to = '9999-12-31'::date) STORED,
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    UNIQUE (committee_id, valid_from),
    CHECK (valid_from < valid_to),
    -- Deferred: a load moves the borders of several versions, and only the outcome must not overlap.
    CONSTRAINT dim_committee_no_overlap EXCLUDE USING gist (committee_id WITH =, daterange(valid_from, valid_to) WITH &&)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX dim_committee_load_run_id ON dw.dim_committee (load_run_id);
COMMENT ON TABLE dw.dim_committee IS '科技社团党委 One row per committee and period with one parent; other attributes are the present ones.';
COMMENT ON COLUMN dw.dim_committee.committee_key IS 'Key of the version.';
COMMENT ON COLUMN dw.dim_committee.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN dw.dim_committee.name IS 'Name.';
COMMENT ON COLUMN dw.dim_committee.region_code IS 'Region whose science association the committee belongs to.';
COMMENT ON COLUMN dw.dim_committee.region_name IS 'Name of that region.';
COMMENT ON COLUMN dw.dim_committee.level IS 'NATIONAL, PROVINCIAL, MUNICIPAL or COUNTY.';
COMMENT ON COLUMN dw.dim_committee.parent_id IS 'Key of the committee above it in the graph; null where it has none.';
COMMENT ON COLUMN dw.dim_committee.valid_from IS 'First day of the version; 1900-01-01: since before records.';
COMMENT ON COLUMN dw.dim_committee.valid_to IS 'First day after the version; 9999-12-31: no end.';
COMMENT ON COLUMN dw.dim_committee.is_current IS 'True for the version without an end.';
COMMENT ON COLUMN dw.dim_committee.load_run_id IS 'The load that last wrote the row.';

CREATE TABLE dw.dim_society (
    society_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    society_id bigint NOT NULL,
    name text NOT NULL,
    kind text,
    level text NOT NULL,
    discipline_code text,
    discipline_name text,
    operating_state text,
    lead_supporting_unit_id bigint,
    lead_supporting_unit_name text,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    is_current boolean NOT NULL GENERATED ALWAYS AS (valid_to = '9999-12-31'::date) STORED,
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    UNIQUE (society_id, valid_from),
    CHECK (valid_from < valid_to),
    CONSTRAINT dim_society_no_overlap EXCLUDE USING gist (society_id WITH =, daterange(valid_from, valid_to) WITH &&)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX dim_society_load_run_id ON dw.dim_society (load_run_id);
COMMENT ON TABLE dw.dim_society IS '科技社团 One row per society and period with one lead supporting unit; other attributes are the present ones, for the graph does not date them.';
COMMENT ON COLUMN dw.dim_society.society_key IS 'Key of the version.';
COMMENT ON COLUMN dw.dim_society.society_id IS 'Key of the society in the graph.';
COMMENT ON COLUMN dw.dim_society.name IS 'Name.';
COMMENT ON COLUMN dw.dim_society.kind IS '类型 Kind; null where nothing states it.';
COMMENT ON COLUMN dw.dim_society.level IS '层级 NATIONAL, PROVINCIAL, MUNICIPAL or COUNTY.';
COMMENT ON COLUMN dw.dim_society.discipline_code IS '学科 Discipline; null where nothing states it.';
COMMENT ON COLUMN dw.dim_society.discipline_name IS 'Name of the discipline; null where nothing states it.';
COMMENT ON COLUMN dw.dim_society.operating_state IS '运行状态 Operating state; null where nothing states it.';
COMMENT ON COLUMN dw.dim_society.lead_supporting_unit_id IS '支撑单位 Key of the lead supporting unit in the graph; null where none is stated for the period.';
COMMENT ON COLUMN dw.dim_society.lead_supporting_unit_name IS 'Its name; null where none is stated for the period.';
COMMENT ON COLUMN dw.dim_society.valid_from IS 'First day of the version; 1900-01-01: since before records.';
COMMENT ON COLUMN dw.dim_society.valid_to IS 'First day after the version; 9999-12-31: no end.';
COMMENT ON COLUMN dw.dim_society.is_current IS 'True for the version without an end.';
COMMENT ON COLUMN dw.dim_society.load_run_id IS 'The load that last wrote the row.';

CREATE TABLE dw.dim_branch (
    branch_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    branch_id bigint NOT NULL,
    name text NOT NULL,
    committee_id bigint NOT NULL,
    form text NOT NULL,
    status text NOT NULL CHECK (status IN ('PROPOSED', 'ESTABLISHED', 'DISSOLVED')),
    category text NOT NULL CHECK (category IN ('A', 'B', 'C', 'UNCLASSIFIED')),
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    is_current boolean NOT NULL GENERATED ALWAYS AS (valid_to = '9999-12-31'::date) STORED,
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    UNIQUE (branch_id, valid_from),
    CHECK (valid_from < valid_to),
    CONSTRAINT dim_branch_no_overlap EXCLUDE USING gist (branch_id WITH =, daterange(valid_from, valid_to) WITH &&)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX dim_branch_load_run_id ON dw.dim_branch (load_run_id);
COMMENT ON TABLE dw.dim_branch IS '党组织 One row per branch and period with one status and one category; other attributes are the present ones. No row for days on which the branch has no status yet.';
COMMENT ON COLUMN dw.dim_branch.branch_key IS 'Key of the version.';
COMMENT ON COLUMN dw.dim_branch.branch_id IS 'Key of the branch in the graph.';
COMMENT ON COLUMN dw.dim_branch.name IS 'Name as published.';
COMMENT ON COLUMN dw.dim_branch.committee_id IS 'Key of its committee in the graph.';
COMMENT ON COLUMN dw.dim_branch.form IS '组织形式 Form of the organization.';
COMMENT ON COLUMN dw.dim_branch.status IS '状态 PROPOSED, ESTABLISHED or DISSOLVED in the period.';
COMMENT ON COLUMN dw.dim_branch.category IS '分类 A, B, C or UNCLASSIFIED in the period.';
COMMENT ON COLUMN dw.dim_branch.valid_from IS 'First day of the version; 1900-01-01: since before records.';
COMMENT ON COLUMN dw.dim_branch.valid_to IS 'First day after the version; 9999-12-31: no end.';
COMMENT ON COLUMN dw.dim_branch.is_current IS 'True for the version without an end.';
COMMENT ON COLUMN dw.dim_branch.load_run_id IS 'The load that last wrote the row.';

CREATE TABLE dw.dim_rule_set (
    rule_set_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rule_set_id bigint NOT NULL,
    code text NOT NULL,
    title text NOT NULL,
    is_default boolean NOT NULL,
    region_code char(6) NOT NULL,
    effective_from date,
    effective_to date,
    definition_checksum text NOT NULL,
    denominator text NOT NULL CHECK (denominator IN ('ALL', 'OPERATING', 'WITH_MEMBERS', 'SHOULD_BUILD')),
    denominator_source text NOT NULL,
    counted_forms text[] NOT NULL,
    counted_statuses text[] NOT NULL CHECK (counted_statuses <@ ARRAY['PROPOSED', 'ESTABLISHED']),
    organization_definition text NOT NULL,
    organization_source text NOT NULL,
    work_by_organization boolean NOT NULL,
    work_by_instructor boolean NOT NULL,
    work_definition text NOT NULL,
    work_source text NOT NULL,
    is_current boolean NOT NULL,
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    UNIQUE (rule_set_id, definition_checksum)
);
CREATE UNIQUE INDEX dim_rule_set_one_current ON dw.dim_rule_set (rule_set_id) WHERE is_current;
CREATE INDEX dim_rule_set_load_run_id ON dw.dim_rule_set (load_run_id);
COMMENT ON TABLE dw.dim_rule_set IS '规则集 One row per rule set and wording of its coverage definitions; older wordings stay, for facts were computed by them.';
COMMENT ON COLUMN dw.dim_rule_set.rule_set_key IS 'Key of the wording.';
COMMENT ON COLUMN dw.dim_rule_set.rule_set_id IS 'Key of the rule set in the graph.';
COMMENT ON COLUMN dw.dim_rule_set.code IS 'Name of the rule set in files and queries.';
COMMENT ON COLUMN dw.dim_rule_set.title IS 'Title for people.';
COMMENT ON COLUMN dw.dim_rule_set.is_default IS 'True for all wordings of the one rule set that is used where none is named.';
COMMENT ON COLUMN dw.dim_rule_set.region_code IS 'Jurisdiction: this region and those below it.';
COMMENT ON COLUMN dw.dim_rule_set.effective_from IS 'First day of effect; null: since ever.';
COMMENT ON COLUMN dw.dim_rule_set.effective_to IS 'First day without effect; null: still in effect.';
COMMENT ON COLUMN dw.dim_rule_set.definition_checksum IS 'SHA-256 of the coverage definitions.';
COMMENT ON COLUMN dw.dim_rule_set.denominator IS 'ALL, OPERATING, WITH_MEMBERS or SHOULD_BUILD: which societies its rates look at.';
COMMENT ON COLUMN dw.dim_rule_set.denominator_source IS 'Clause that says so.';
COMMENT ON COLUMN dw.dim_rule_set.counted_forms IS 'Forms that count as an organization.';
COMMENT ON COLUMN dw.dim_rule_set.counted_statuses IS 'Statuses in which a branch counts.';
COMMENT ON COLUMN dw.dim_rule_set.organization_definition IS 'Organizational coverage in words.';
COMMENT ON COLUMN dw.dim_rule_set.organization_source IS 'Clauses that say so.';
COMMENT ON COLUMN dw.dim_rule_set.work_by_organization IS 'True if a counted organization gives work coverage.';
COMMENT ON COLUMN dw.dim_rule_set.work_by_instructor IS 'True if an instructor gives work coverage.';
COMMENT ON COLUMN dw.dim_rule_set.work_definition IS 'Work coverage in words.';
COMMENT ON COLUMN dw.dim_rule_set.work_source IS 'Clauses that say so.';
COMMENT ON COLUMN dw.dim_rule_set.is_current IS 'True for the wording that loads use now.';
COMMENT ON COLUMN dw.dim_rule_set.load_run_id IS 'The load that last wrote the row.';
