-- Grain: one row per month that the load touches, rule set, committee, discipline and level.
TRUNCATE staging.agg_coverage_monthly;
-- Touched are its own months, and those whose facts name a version of a society that this load wrote: it may have another discipline.
WITH touched AS (
    SELECT month_key FROM staging.load_month
    UNION
    SELECT f.month_key
    FROM staging.load l
    JOIN dw.dim_society v ON v.load_run_id = l.load_run_id
    JOIN dw.fct_coverage_monthly f ON f.society_key = v.society_key
)
INSERT INTO staging.agg_coverage_monthly
SELECT f.month_key, f.rule_set_id, max(f.rule_set_key), f.committee_id, s.discipline_code, s.level, count(*),
       sum(f.organization_coverage_numerator), sum(f.organization_coverage_denominator),
       sum(f.work_coverage_numerator), sum(f.work_coverage_denominator), max(f.load_run_id),
       sum(f.strong_coverage_numerator), sum(f.effective_coverage_numerator),
       sum(f.denominator_operating), sum(f.denominator_with_members),
       sum(f.denominator_should_build), sum(f.has_counted_organization),
       sum(f.has_counted_organization * f.denominator_operating), sum(f.has_counted_organization * f.denominator_with_members),
       sum(f.has_counted_organization * f.denominator_should_build), sum(f.work_covered),
       sum(f.work_covered * f.denominator_operating), sum(f.work_covered * f.denominator_with_members),
       sum(f.work_covered * f.denominator_should_build)
FROM dw.fct_coverage_monthly f
JOIN touched t ON t.month_key = f.month_key
JOIN dw.dim_society s ON s.society_key = f.society_key
GROUP BY f.month_key, f.rule_set_id, f.committee_id, s.discipline_code, s.level;
