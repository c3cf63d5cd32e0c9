-- One view per question. BI tools read these with the role bi_reader, which sees nothing else.

CREATE VIEW mart.coverage AS
SELECT m.calendar_date AS month,
       r.code AS rule_set_code,
       r.title AS rule_set_title,
       r.is_default AS is_default_rule_set,
       f.society_id,
       s.name AS society_name,
       c.committee_id,
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
JOIN dw.dim_date m ON m.date_key = f.month_key
JOIN dw.dim_rule_set r ON r.rule_set_key = f.rule_set_key
JOIN dw.dim_society s ON s.society_key = f.society_key
JOIN dw.dim_committee c ON c.committee_key = f.committee_key
JOIN dw.load_run l ON l.id = f.load_run_id;
COMMENT ON VIEW mart.coverage IS 'Is this society covered? One row per month, rule set and society. Sum numerators and denominators; never average rates.';
COMMENT ON COLUMN mart.coverage.month IS 'First day of the month; the row tells the state of its last day, or of the day of the load while the month lasts.';
COMMENT ON COLUMN mart.coverage.rule_set_code IS 'Rule set that defines what counts. Keep to one: a society has a row for each.';
COMMENT ON COLUMN mart.coverage.rule_set_title IS 'Its title.';
COMMENT ON COLUMN mart.coverage.is_default_rule_set IS 'True for the rule set to use where no other is wanted.';
COMMENT ON COLUMN mart.coverage.society_id IS 'Key of the society in the graph.';
COMMENT ON COLUMN mart.coverage.society_name IS '科技社团 Name of the society.';
COMMENT ON COLUMN mart.coverage.committee_id IS 'Key of its committee in the graph.';
COMMENT ON COLUMN mart.coverage.committee_name IS '科技社团党委 Name of the committee.';
COMMENT ON COLUMN mart.coverage.region_code IS 'Region of the committee (GB/T 2260).';
COMMENT ON COLUMN mart.coverage.region_name IS 'Name of the region.';
COMMENT ON COLUMN mart.coverage.category IS '分类 Category of the society''s branch; null where it has none.';
COMMENT ON COLUMN mart.coverage.society_kind IS '类型 Kind of the society; null where it is not known.';
COMMENT ON COLUMN mart.coverage.discipline_code IS '学科 Discipline; null where it is not known.';
COMMENT ON COLUMN mart.coverage.discipline_name IS 'Name of the discipline; null where it is not known.';
COMMENT ON COLUMN mart.coverage.level IS '层级 Level of the society.';
COMMENT ON COLUMN mart.coverage.society_count IS 'Always 1: its sum is the number of societies.';
COMMENT ON COLUMN mart.coverage.organization_coverage_numerator IS '组织覆盖率 (I01) 1 if covered by an organization.';
COMMENT ON COLUMN mart.coverage.organization_coverage_denominator IS '组织覆盖率 (I01) 1 if looked at.';
COMMENT ON COLUMN mart.coverage.work_coverage_numerator IS '工作覆盖率 (I02) 1 if covered by work.';
COMMENT ON COLUMN mart.coverage.work_coverage_denominator IS '工作覆盖率 (I02) 1 if looked at.';
COMMENT ON COLUMN mart.coverage.denominator_all IS 'All societies: always 1.';
COMMENT ON COLUMN mart.coverage.denominator_operating IS '1 if the society is known to operate.';
COMMENT ON COLUMN mart.coverage.denominator_with_members IS '1 if the society is known to have party members; 0 while no member data is kept.';
COMMENT ON COLUMN mart.coverage.denominator_should_build IS '应建尽建 1 if the society is known to have enough full members to build a branch; 0 while no member data is kept.';
COMMENT ON COLUMN mart.coverage.organization_definition IS 'Organizational coverage in words, as the rule set had it when this was computed.';
COMMENT ON COLUMN mart.coverage.organization_source IS 'Clauses that say so.';
COMMENT ON COLUMN mart.coverage.work_definition IS 'Work coverage in words, as the rule set had it when this was computed.';
COMMENT ON COLUMN mart.coverage.work_source IS 'Clauses that say so.';
COMMENT ON COLUMN mart.coverage.loaded_at IS 'When the load that wrote this row ended; a later load that found nothing to change leaves it.';

CREATE VIEW mart.coverage_by_committee AS
SELECT month, rule_set_code, rule_set_title, is_default_rule_set, committee_id, committee_name, region_code, region_name,
       sum(society_count)::int AS society_count,
       sum(organization_coverage_numerator)::int AS organization_coverage_numerator,
       sum(organization_coverage_denominator)::int AS organization_coverage_denominator,
       round(sum(organization_coverage_numerator)::numeric / nullif(sum(organization_coverage_denominator), 0), 6) AS organization_coverage_rate,
       sum(work_coverage_numerator)::int AS work_coverage_numerator,
       sum(work_coverage_denominator)::int AS work_coverage_denominator,
       round(sum(work_coverage_numerator)::numeric / nullif(sum(work_coverage_denominator), 0), 6) AS work_coverage_rate,
       sum(denominator_all)::int AS denominator_all,
       sum(denominator_operating)::int AS denominator_operating,
       sum(denominator_with_members)::int AS denominator_with_members,
       sum(denominator_should_build)::int AS denominator_should_build,
       max(loaded_at) AS loaded_at
FROM mart.coverage
GROUP BY month, rule_set_code, rule_set_title, is_default_rule_set, committee_id, committee_name, region_code, region_name;
COMMENT ON VIEW mart.coverage_by_committee IS 'How far are the societies of each committee covered? One row per month, rule set and committee; a committee''s own societies only.';
COMMENT ON COLUMN mart.coverage_by_committee.month IS 'First day of the month.';
COMMENT ON COLUMN mart.coverage_by_committee.rule_set_code IS 'Rule set that defines what counts. Keep to one.';
COMMENT ON COLUMN mart.coverage_by_committee.rule_set_title IS 'Its title.';
COMMENT ON COLUMN mart.coverage_by_committee.is_default_rule_set IS 'True for the rule set to use where no other is wanted.';
COMMENT ON COLUMN mart.coverage_by_committee.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN mart.coverage_by_committee.committee_name IS '科技社团党委 Name of the committee.';
COMMENT ON COLUMN mart.coverage_by_committee.region_code IS 'Its region (GB/T 2260).';
COMMENT ON COLUMN mart.coverage_by_committee.region_name IS 'Name of the region.';
COMMENT ON COLUMN mart.coverage_by_committee.society_count IS 'Number of societies.';
COMMENT ON COLUMN mart.coverage_by_committee.organization_coverage_numerator IS '组织覆盖率 (I01) Societies covered by an organization.';
COMMENT ON COLUMN mart.coverage_by_committee.organization_coverage_denominator IS '组织覆盖率 (I01) Societies looked at.';
COMMENT ON COLUMN mart.coverage_by_committee.organization_coverage_rate IS '组织覆盖率 (I01) numerator ÷ denominator, rounded to 6 places; null where the denominator is 0.';
COMMENT ON COLUMN mart.coverage_by_committee.work_coverage_numerator IS '工作覆盖率 (I02) Societies covered by work.';
COMMENT ON COLUMN mart.coverage_by_committee.work_coverage_denominator IS '工作覆盖率 (I02) Societies looked at.';
COMMENT ON COLUMN mart.coverage_by_committee.work_coverage_rate IS '工作覆盖率 (I02) numerator ÷ denominator, rounded to 6 places; null where the denominator is 0.';
COMMENT ON COLUMN mart.coverage_by_committee.denominator_all IS 'All societies.';
COMMENT ON COLUMN mart.coverage_by_committee.denominator_operating IS 'Societies known to operate.';
COMMENT ON COLUMN mart.coverage_by_committee.denominator_with_members IS 'Societies known to have party members.';
COMMENT ON COLUMN mart.coverage_by_committee.denominator_should_build IS '应建尽建 Societies known to have enough full members to build a branch.';
COMMENT ON COLUMN mart.coverage_by_committee.loaded_at IS 'When the newest of these numbers was loaded.';

CREATE VIEW mart.category_change AS
SELECT d.calendar_date AS changed_on,
       f.branch_id,
       b.name AS branch_name,
       b.form AS branch_form,
       c.committee_id,
       c.name AS committee_name,
       f.from_category,
       f.to_category,
       f.is_upgrade_to_a,
       l.finished_at AS loaded_at
FROM dw.fct_category_change f
LEFT JOIN dw.dim_date d ON d.date_key = f.date_key
JOIN dw.dim_branch b ON b.branch_key = f.branch_key
JOIN dw.dim_committee c ON c.committee_key = f.committee_key
JOIN dw.load_run l ON l.id = f.load_run_id;
COMMENT ON VIEW mart.category_change IS 'Which branches changed their category, and when? One row per branch and change, its first classification included.';
COMMENT ON COLUMN mart.category_change.changed_on IS 'First day of the new category; null where the start is not stated.';
COMMENT ON COLUMN mart.category_change.branch_id IS 'Key of the branch in the graph.';
COMMENT ON COLUMN mart.category_change.branch_name IS '党组织 Name of the branch.';
COMMENT ON COLUMN mart.category_change.branch_form IS '组织形式 Its form.';
COMMENT ON COLUMN mart.category_change.committee_id IS 'Key of its committee in the graph.';
COMMENT ON COLUMN mart.category_change.committee_name IS '科技社团党委 Name of the committee.';
COMMENT ON COLUMN mart.category_change.from_category IS 'Category before; null for a first classification.';
COMMENT ON COLUMN mart.category_change.to_category IS 'Category from that day on.';
COMMENT ON COLUMN mart.category_change.is_upgrade_to_a IS '转A 1 for a change from B or C to A.';
COMMENT ON COLUMN mart.category_change.loaded_at IS 'When the load that wrote this row ended.';

CREATE VIEW mart.indicator AS
SELECT i.id, i.name, i.name_zh, r.code AS rule_set_code, r.is_default AS is_default_rule_set,
       CASE i.id WHEN 'I01' THEN r.organization_definition ELSE r.work_definition END AS definition,
       i.numerator,
       CASE r.denominator
           WHEN 'ALL' THEN 'all societies'
           WHEN 'OPERATING' THEN 'societies known to operate'
           WHEN 'WITH_MEMBERS' THEN 'societies known to have party members'
           WHEN 'SHOULD_BUILD' THEN 'societies known to have enough full members to build a branch'
       END AS denominator,
       CASE i.id WHEN 'I01' THEN r.organization_source ELSE r.work_source END AS source,
       i.numerator_column, i.denominator_column
FROM (VALUES
    ('I01', 'OrganizationCoverageRate', '组织覆盖率', 'of the denominator, the societies with an organization that counts',
     'mart.coverage.organization_coverage_numerator', 'mart.coverage.organization_coverage_denominator'),
    ('I02', 'WorkCoverageRate', '工作覆盖率', 'of the denominator, the societies with an organization that counts, an instructor or both, as the rule set enables',
     'mart.coverage.work_coverage_numerator', 'mart.coverage.work_coverage_denominator')
) AS i (id, name, name_zh, numerator, numerator_column, denominator_column)
CROSS JOIN dw.dim_rule_set r
WHERE r.is_current;
COMMENT ON VIEW mart.indicator IS 'What does an indicator mean? One row per indicator and rule set in use.';
COMMENT ON COLUMN mart.indicator.id IS 'Number of the indicator.';
COMMENT ON COLUMN mart.indicator.name IS 'Its name.';
COMMENT ON COLUMN mart.indicator.name_zh IS 'Its Chinese name.';
COMMENT ON COLUMN mart.indicator.rule_set_code IS 'Rule set whose definition this is.';
COMMENT ON COLUMN mart.indicator.is_default_rule_set IS 'True for the rule set to use where no other is wanted.';
COMMENT ON COLUMN mart.indicator.definition IS 'The indicator in the rule set''s words.';
COMMENT ON COLUMN mart.indicator.numerator IS 'What is counted.';
COMMENT ON COLUMN mart.indicator.denominator IS 'What it is compared with.';
COMMENT ON COLUMN mart.indicator.source IS 'Clauses that say so.';
COMMENT ON COLUMN mart.indicator.numerator_column IS 'Column whose sum is the numerator.';
COMMENT ON COLUMN mart.indicator.denominator_column IS 'Column whose sum is the denominator.';

-- Roles belong to the whole cluster: another database's migration may create the role first, or at the same moment.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'bi_reader') THEN
        CREATE ROLE bi_reader NOLOGIN;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;
END $$;
GRANT USAGE ON SCHEMA mart TO bi_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA mart TO bi_reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA mart GRANT SELECT ON TABLES TO bi_reader;
