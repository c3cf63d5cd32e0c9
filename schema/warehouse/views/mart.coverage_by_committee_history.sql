CREATE OR REPLACE VIEW mart.coverage_by_committee_history AS
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
FROM mart.coverage_history
GROUP BY month, rule_set_code, rule_set_title, is_default_rule_set, committee_id, committee_name, region_code, region_name;
COMMENT ON VIEW mart.coverage_by_committee_history IS 'How far were the societies of each committee covered? One row per month, rule set and committee, its own societies only. Do not add over months or rule sets.';
COMMENT ON COLUMN mart.coverage_by_committee_history.month IS 'First day of the month; the row tells the state of its last day, or of the day of the load while the month lasts.';
COMMENT ON COLUMN mart.coverage_by_committee_history.rule_set_code IS 'Rule set that defines what counts.';
COMMENT ON COLUMN mart.coverage_by_committee_history.rule_set_title IS 'Its title.';
COMMENT ON COLUMN mart.coverage_by_committee_history.is_default_rule_set IS 'True for the rule set to use where no other is wanted.';
COMMENT ON COLUMN mart.coverage_by_committee_history.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN mart.coverage_by_committee_history.committee_name IS '科技社团党委 Name of the committee.';
COMMENT ON COLUMN mart.coverage_by_committee_history.region_code IS 'Region of the committee (GB/T 2260).';
COMMENT ON COLUMN mart.coverage_by_committee_history.region_name IS 'Name of the region.';
COMMENT ON COLUMN mart.coverage_by_committee_history.society_count IS 'Number of societies.';
COMMENT ON COLUMN mart.coverage_by_committee_history.organization_coverage_numerator IS '组织覆盖率 (I01) Societies covered by an organization.';
COMMENT ON COLUMN mart.coverage_by_committee_history.organization_coverage_denominator IS '组织覆盖率 (I01) Societies looked at.';
COMMENT ON COLUMN mart.coverage_by_committee_history.organization_coverage_rate IS '组织覆盖率 (I01) numerator ÷ denominator, rounded to 6 places; null where the denominator is 0. Never add or average it.';
COMMENT ON COLUMN mart.coverage_by_committee_history.work_coverage_numerator IS '工作覆盖率 (I02) Societies covered by work.';
COMMENT ON COLUMN mart.coverage_by_committee_history.work_coverage_denominator IS '工作覆盖率 (I02) Societies looked at.';
COMMENT ON COLUMN mart.coverage_by_committee_history.work_coverage_rate IS '工作覆盖率 (I02) numerator ÷ denominator, rounded to 6 places; null where the denominator is 0. Never add or average it.';
COMMENT ON COLUMN mart.coverage_by_committee_history.denominator_all IS 'All societies.';
COMMENT ON COLUMN mart.coverage_by_committee_history.denominator_operating IS 'Societies known to operate.';
COMMENT ON COLUMN mart.coverage_by_committee_history.denominator_with_members IS 'Societies known to have party members.';
COMMENT ON COLUMN mart.coverage_by_committee_history.denominator_should_build IS '应建尽建 Societies known to have full members enough for an organization of their own.';
COMMENT ON COLUMN mart.coverage_by_committee_history.loaded_at IS 'When the newest of these numbers was loaded.';
GRANT SELECT ON mart.coverage_by_committee_history TO bi_reader;
