CREATE OR REPLACE VIEW mart.coverage_by_committee AS
SELECT *
FROM mart.coverage_by_committee_history
WHERE is_default_rule_set AND month = (SELECT p.month FROM dw.present_month AS p);
COMMENT ON VIEW mart.coverage_by_committee IS 'How far are the societies of each committee covered? One row per committee, its own societies only: by the default rule set, in the newest month that is not to come.';
COMMENT ON COLUMN mart.coverage_by_committee.month IS 'First day of the month; the row tells the state of its last day, or of the day of the load while the month lasts.';
COMMENT ON COLUMN mart.coverage_by_committee.rule_set_code IS 'Rule set that defines what counts.';
COMMENT ON COLUMN mart.coverage_by_committee.rule_set_title IS 'Its title.';
COMMENT ON COLUMN mart.coverage_by_committee.is_default_rule_set IS 'True for the rule set to use where no other is wanted.';
COMMENT ON COLUMN mart.coverage_by_committee.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN mart.coverage_by_committee.committee_name IS '科技社团党委 Name of the committee.';
COMMENT ON COLUMN mart.coverage_by_committee.region_code IS 'Region of the committee (GB/T 2260).';
COMMENT ON COLUMN mart.coverage_by_committee.region_name IS 'Name of the region.';
COMMENT ON COLUMN mart.coverage_by_committee.society_count IS 'Number of societies.';
COMMENT ON COLUMN mart.coverage_by_committee.organization_coverage_numerator IS '组织覆盖率 (I01) Societies covered by an organization.';
COMMENT ON COLUMN mart.coverage_by_committee.organization_coverage_denominator IS '组织覆盖率 (I01) Societies looked at.';
COMMENT ON COLUMN mart.coverage_by_committee.organization_coverage_rate IS '组织覆盖率 (I01) numerator ÷ denominator, rounded to 6 places; null where the denominator is 0. Never add or average it.';
COMMENT ON COLUMN mart.coverage_by_committee.work_coverage_numerator IS '工作覆盖率 (I02) Societies covered by work.';
COMMENT ON COLUMN mart.coverage_by_committee.work_coverage_denominator IS '工作覆盖率 (I02) Societies looked at.';
COMMENT ON COLUMN mart.coverage_by_committee.work_coverage_rate IS '工作覆盖率 (I02) numerator ÷ denominator, rounded to 6 places; null where the denominator is 0. Never add or average it.';
COMMENT ON COLUMN mart.coverage_by_committee.denominator_all IS 'All societies.';
COMMENT ON COLUMN mart.coverage_by_committee.denominator_operating IS 'Societies known to operate.';
COMMENT ON COLUMN mart.coverage_by_committee.denominator_with_members IS 'Societies known to have party members.';
COMMENT ON COLUMN mart.coverage_by_committee.denominator_should_build IS '应建尽建 Societies known to have full members enough for an organization of their own.';
COMMENT ON COLUMN mart.coverage_by_committee.loaded_at IS 'When the newest of these numbers was loaded.';
GRANT SELECT ON mart.coverage_by_committee TO bi_reader;
