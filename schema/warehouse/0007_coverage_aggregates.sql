-- Which months are loaded, and what coverage questions add up, kept by the load: both were found by reading every fact.

CREATE TABLE dw.loaded_month (
    month_key int NOT NULL REFERENCES dw.dim_date,
    rule_set_id bigint NOT NULL,
    rule_set_key bigint NOT NULL REFERENCES dw.dim_rule_set DEFERRABLE INITIALLY DEFERRED,
    society_count int NOT NULL CHECK (society_count > 0),
    PRIMARY KEY (month_key, rule_set_id)
);
CREATE INDEX loaded_month_rule_set_key ON dw.loaded_month (rule_set_key, month_key);
COMMENT ON TABLE dw.loaded_month IS 'One row per month and rule set that has rows in fct_coverage_monthly.';
COMMENT ON COLUMN dw.loaded_month.month_key IS 'The month''s first day.';
COMMENT ON COLUMN dw.loaded_month.rule_set_id IS 'Key of the rule set in the graph.';
COMMENT ON COLUMN dw.loaded_month.rule_set_key IS 'Version of the rule set that the month was computed with.';
COMMENT ON COLUMN dw.loaded_month.society_count IS 'Number of societies counted.';
INSERT INTO dw.loaded_month (month_key, rule_set_id, rule_set_key, society_count)
SELECT month_key, rule_set_id, max(rule_set_key), count(*) FROM dw.fct_coverage_monthly GROUP BY month_key, rule_set_id;

CREATE OR REPLACE VIEW mart.coverage_month AS
SELECT m.calendar_date AS month, r.code AS rule_set_code, r.is_default AS is_default_rule_set
FROM dw.loaded_month l
JOIN dw.dim_rule_set r ON r.rule_set_key = l.rule_set_key
JOIN dw.dim_date m ON m.date_key = l.month_key;

-- A committee's rows of one month, without those of all other months.
CREATE INDEX fct_coverage_monthly_committee_month ON dw.fct_coverage_monthly (committee_id, month_key);
DROP INDEX dw.fct_coverage_monthly_committee_id;

-- Every row has its dimensions, so these left joins lose nothing; but PostgreSQL leaves out those whose columns nobody asks for.
CREATE OR REPLACE VIEW mart.coverage AS
SELECT m.calendar_date AS month,
       r.code AS rule_set_code,
       r.title AS rule_set_title,
       r.is_default AS is_default_rule_set,
       f.society_id,
       s.name AS society_name,
       f.committee_id,
       c.name AS committee_name,
       c.region_code,
       c.region_name,
       f.category,
       s.kind AS society_kind,
       s.discipline_code,
       s.discipline_name,
       s.level,
       1 AS society_count,
       f.organization_coverage_numerator,
       f.organization_coverage_denominator,
       f.work_coverage_numerator,
       f.work_coverage_denominator,
       f.denominator_all,
       f.denominator_operating,
       f.denominator_with_members,
       f.denominator_should_build,
       r.organization_definition,
       r.organization_source,
       r.work_definition,
       r.work_source,
       l.finished_at AS loaded_at
FROM dw.fct_coverage_monthly f
LEFT JOIN dw.dim_date m ON m.date_key = f.month_key
LEFT JOIN dw.dim_rule_set r ON r.rule_set_key = f.rule_set_key
LEFT JOIN dw.dim_society s ON s.society_key = f.society_key
LEFT JOIN dw.dim_committee c ON c.committee_key = f.committee_key
LEFT JOIN dw.load_run l ON l.id = f.load_run_id;

-- What most questions group and filter by, a hundredth to a quarter of the facts' rows.
CREATE TABLE dw.agg_coverage_monthly (
    month_key int NOT NULL REFERENCES dw.dim_date,
    rule_set_id bigint NOT NULL,
    rule_set_key bigint NOT NULL REFERENCES dw.dim_rule_set DEFERRABLE INITIALLY DEFERRED,
    committee_id bigint NOT NULL,
    discipline_code text,
    level text NOT NULL,
    society_count int NOT NULL CHECK (society_count > 0),
    organization_coverage_numerator int NOT NULL,
    organization_coverage_denominator int NOT NULL,
    work_coverage_numerator int NOT NULL,
    work_coverage_denominator int NOT NULL,
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    UNIQUE NULLS NOT DISTINCT (month_key, rule_set_id, committee_id, discipline_code, level),
    CHECK (organization_coverage_numerator BETWEEN 0 AND organization_coverage_denominator),
    CHECK (work_coverage_numerator BETWEEN 0 AND work_coverage_denominator)
);
CREATE INDEX agg_coverage_monthly_committee_month ON dw.agg_coverage_monthly (committee_id, month_key);
CREATE INDEX agg_coverage_monthly_rule_set_key ON dw.agg_coverage_monthly (rule_set_key);
CREATE INDEX agg_coverage_monthly_load_run_id ON dw.agg_coverage_monthly (load_run_id);
COMMENT ON TABLE dw.agg_coverage_monthly IS 'Aggregate of fct_coverage_monthly: one row per month, rule set, committee, discipline and level.';
COMMENT ON COLUMN dw.agg_coverage_monthly.month_key IS 'The month''s first day.';
COMMENT ON COLUMN dw.agg_coverage_monthly.rule_set_id IS 'Key of the rule set in the graph.';
COMMENT ON COLUMN dw.agg_coverage_monthly.rule_set_key IS 'Version of the rule set that the month was computed with.';
COMMENT ON COLUMN dw.agg_coverage_monthly.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN dw.agg_coverage_monthly.discipline_code IS '学科 Discipline of the societies; null where it is not known.';
COMMENT ON COLUMN dw.agg_coverage_monthly.level IS '层级 Level of the societies.';
COMMENT ON COLUMN dw.agg_coverage_monthly.society_count IS 'Number of societies.';
COMMENT ON COLUMN dw.agg_coverage_monthly.organization_coverage_numerator IS '组织覆盖率 (I01) Societies covered by an organization.';
COMMENT ON COLUMN dw.agg_coverage_monthly.organization_coverage_denominator IS '组织覆盖率 (I01) Societies looked at.';
COMMENT ON COLUMN dw.agg_coverage_monthly.work_coverage_numerator IS '工作覆盖率 (I02) Societies covered by work.';
COMMENT ON COLUMN dw.agg_coverage_monthly.work_coverage_denominator IS '工作覆盖率 (I02) Societies looked at.';
COMMENT ON COLUMN dw.agg_coverage_monthly.load_run_id IS 'The newest load that wrote one of the facts.';
CREATE UNLOGGED TABLE staging.agg_coverage_monthly (LIKE dw.agg_coverage_monthly INCLUDING COMMENTS);
COMMENT ON TABLE staging.agg_coverage_monthly IS 'The aggregate as it should be, for the months that the load touches.';
INSERT INTO dw.agg_coverage_monthly
SELECT f.month_key, f.rule_set_id, max(f.rule_set_key), f.committee_id, s.discipline_code, s.level, count(*),
       sum(f.organization_coverage_numerator), sum(f.organization_coverage_denominator),
       sum(f.work_coverage_numerator), sum(f.work_coverage_denominator), max(f.load_run_id)
FROM dw.fct_coverage_monthly f
JOIN dw.dim_society s ON s.society_key = f.society_key
GROUP BY f.month_key, f.rule_set_id, f.committee_id, s.discipline_code, s.level;

CREATE VIEW mart.coverage_by_discipline AS
SELECT m.calendar_date AS month,
       r.code AS rule_set_code,
       r.title AS rule_set_title,
       r.is_default AS is_default_rule_set,
       a.committee_id,
       a.discipline_code,
       a.level,
       a.society_count,
       a.organization_coverage_numerator,
       a.organization_coverage_denominator,
       a.work_coverage_numerator,
       a.work_coverage_denominator,
       r.organization_definition,
       r.organization_source,
       r.work_definition,
       r.work_source,
       l.finished_at AS loaded_at
FROM dw.agg_coverage_monthly a
LEFT JOIN dw.dim_date m ON m.date_key = a.month_key
LEFT JOIN dw.dim_rule_set r ON r.rule_set_key = a.rule_set_key
LEFT JOIN dw.load_run l ON l.id = a.load_run_id;
COMMENT ON VIEW mart.coverage_by_discipline IS
    'How many societies of a committee, a discipline and a level are covered? One row for each of them, month and rule set: mart.coverage added up, and faster. Sum numerators and denominators; never average rates.';
COMMENT ON COLUMN mart.coverage_by_discipline.month IS 'First day of the month; the row tells the state of its last day, or of the day of the load while the month lasts.';
COMMENT ON COLUMN mart.coverage_by_discipline.rule_set_code IS 'Rule set that defines what counts. Keep to one: a society is counted for each.';
COMMENT ON COLUMN mart.coverage_by_discipline.rule_set_title IS 'Its title.';
COMMENT ON COLUMN mart.coverage_by_discipline.is_default_rule_set IS 'True for the rule set to use where no other is wanted.';
COMMENT ON COLUMN mart.coverage_by_discipline.committee_id IS 'Key of the societies'' committee in the graph.';
COMMENT ON COLUMN mart.coverage_by_discipline.discipline_code IS '学科 Discipline; null where it is not known.';
COMMENT ON COLUMN mart.coverage_by_discipline.level IS '层级 Level of the societies.';
COMMENT ON COLUMN mart.coverage_by_discipline.society_count IS 'Number of societies.';
COMMENT ON COLUMN mart.coverage_by_discipline.organization_coverage_numerator IS '组织覆盖率 (I01) Societies covered by an organization.';
COMMENT ON COLUMN mart.coverage_by_discipline.organization_coverage_denominator IS '组织覆盖率 (I01) Societies looked at.';
COMMENT ON COLUMN mart.coverage_by_discipline.work_coverage_numerator IS '工作覆盖率 (I02) Societies covered by work.';
COMMENT ON COLUMN mart.coverage_by_discipline.work_coverage_denominator IS '工作覆盖率 (I02) Societies looked at.';
COMMENT ON COLUMN mart.coverage_by_discipline.organization_definition IS 'Organizational coverage in words, as the rule set had it when this was computed.';
COMMENT ON COLUMN mart.coverage_by_discipline.organization_source IS 'Clauses that say so.';
COMMENT ON COLUMN mart.coverage_by_discipline.work_definition IS 'Work coverage in words, as the rule set had it when this was computed.';
COMMENT ON COLUMN mart.coverage_by_discipline.work_source IS 'Clauses that say so.';
COMMENT ON COLUMN mart.coverage_by_discipline.loaded_at IS 'When the newest load that wrote one of the counted rows ended.';
GRANT SELECT ON mart.coverage_by_discipline TO bi_reader;
