-- Grain: one row per month, rule set, committee, discipline and level whose aggregate is not the sum of its facts.
SELECT month_key, rule_set_id, committee_id, discipline_code, level, max(listed) AS listed, max(counted) AS counted
FROM (
    SELECT month_key, rule_set_id, committee_id, discipline_code, level, society_count AS listed, NULL::bigint AS counted,
           organization_coverage_numerator AS organization, organization_coverage_denominator AS organization_of,
           work_coverage_numerator AS work, work_coverage_denominator AS work_of,
           strong_coverage_numerator + effective_coverage_numerator AS depth,
           organization_numerator_all + work_numerator_all + organization_numerator_should_build + work_numerator_should_build AS by_denominator
    FROM dw.agg_coverage_monthly
    UNION ALL
    SELECT f.month_key, f.rule_set_id, f.committee_id, s.discipline_code, s.level, NULL, count(*),
           -sum(f.organization_coverage_numerator), -sum(f.organization_coverage_denominator),
           -sum(f.work_coverage_numerator), -sum(f.work_coverage_denominator),
           -sum(f.strong_coverage_numerator + f.effective_coverage_numerator),
           -sum((f.has_counted_organization + f.work_covered) * (1 + f.denominator_should_build))
    FROM dw.fct_coverage_monthly f
    JOIN dw.dim_society s ON s.society_key = f.society_key
    GROUP BY f.month_key, f.rule_set_id, f.committee_id, s.discipline_code, s.level
) AS both_sides
GROUP BY month_key, rule_set_id, committee_id, discipline_code, level
HAVING max(listed) IS DISTINCT FROM max(counted)
    OR sum(organization) <> 0 OR sum(organization_of) <> 0 OR sum(work) <> 0 OR sum(work_of) <> 0
    OR sum(depth) <> 0 OR sum(by_denominator) <> 0;
