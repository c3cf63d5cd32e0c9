-- Grain: one row per month, rule set, committee, discipline and level.
DELETE FROM dw.agg_coverage_monthly a
WHERE (EXISTS (SELECT FROM staging.load_month m WHERE m.month_key = a.month_key)
       OR EXISTS (SELECT FROM staging.agg_coverage_monthly c WHERE c.month_key = a.month_key))
  AND NOT EXISTS (
      SELECT FROM staging.agg_coverage_monthly c
      WHERE c.month_key = a.month_key AND c.rule_set_id = a.rule_set_id AND c.committee_id = a.committee_id
        AND c.discipline_code IS NOT DISTINCT FROM a.discipline_code AND c.level = a.level);
INSERT INTO dw.agg_coverage_monthly (
    month_key, rule_set_id, rule_set_key, committee_id, discipline_code, level, society_count,
    organization_coverage_numerator, organization_coverage_denominator, work_coverage_numerator, work_coverage_denominator, load_run_id,
    strong_coverage_numerator, effective_coverage_numerator, denominator_operating, denominator_with_members,
    denominator_should_build, organization_numerator_all, organization_numerator_operating, organization_numerator_with_members,
    organization_numerator_should_build, work_numerator_all, work_numerator_operating, work_numerator_with_members,
    work_numerator_should_build)
SELECT * FROM staging.agg_coverage_monthly
EXCEPT
SELECT * FROM dw.agg_coverage_monthly
ON CONFLICT (month_key, rule_set_id, committee_id, discipline_code, level) DO UPDATE
SET rule_set_key = excluded.rule_set_key, society_count = excluded.society_count,
    organization_coverage_numerator = excluded.organization_coverage_numerator,
    organization_coverage_denominator = excluded.organization_coverage_denominator,
    work_coverage_numerator = excluded.work_coverage_numerator, work_coverage_denominator = excluded.work_coverage_denominator,
    load_run_id = excluded.load_run_id,
    strong_coverage_numerator = excluded.strong_coverage_numerator, effective_coverage_numerator = excluded.effective_coverage_numerator,
    denominator_operating = excluded.denominator_operating, denominator_with_members = excluded.denominator_with_members,
    denominator_should_build = excluded.denominator_should_build, organization_numerator_all = excluded.organization_numerator_all,
    organization_numerator_operating = excluded.organization_numerator_operating, organization_numerator_with_members = excluded.organization_numerator_with_members,
    organization_numerator_should_build = excluded.organization_numerator_should_build, work_numerator_all = excluded.work_numerator_all,
    work_numerator_operating = excluded.work_numerator_operating, work_numerator_with_members = excluded.work_numerator_with_members,
    work_numerator_should_build = excluded.work_numerator_should_build;
