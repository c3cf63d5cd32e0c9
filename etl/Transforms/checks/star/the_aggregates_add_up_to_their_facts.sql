-- Grain: one row per aggregate and month (year, of item scores) whose sums are not those of its fact.
WITH g AS (SELECT generation FROM dw.published), sums AS (
    SELECT 'agg_coverage_committee' AS aggregate, month_key AS period, sum(society_count) AS a, sum(organised_in_denominator) AS b,
           sum(work_in_work_denominator) AS c, sum(effective_in_effective_denominator + strong_in_denominator) AS d, sum(row_count) AS n
    FROM dw.agg_coverage_committee, g WHERE dw.agg_coverage_committee.generation = g.generation GROUP BY month_key
    UNION ALL
    SELECT 'agg_coverage_province', month_key, sum(society_count), sum(organised_in_denominator), sum(work_in_work_denominator),
           sum(effective_in_effective_denominator + strong_in_denominator), sum(row_count)
    FROM dw.agg_coverage_province, g WHERE dw.agg_coverage_province.generation = g.generation GROUP BY month_key
    UNION ALL
    SELECT x.aggregate, month_key, -count(*), -sum(organised * in_denominator), -sum(work * in_work_denominator),
           -sum(effective * in_effective_denominator + strong * in_denominator), -count(*)
    FROM dw.fct_coverage_monthly CROSS JOIN (VALUES ('agg_coverage_committee'), ('agg_coverage_province')) AS x (aggregate), g
    WHERE dw.fct_coverage_monthly.generation = g.generation GROUP BY x.aggregate, month_key
    UNION ALL
    SELECT 'agg_branch_province', month_key, sum(branch_count), sum(established), sum(minimum_met_established), sum(team + cross_posted), sum(row_count)
    FROM dw.agg_branch_province, g WHERE dw.agg_branch_province.generation = g.generation GROUP BY month_key
    UNION ALL
    SELECT 'agg_branch_province', month_key, -count(*), -sum(established), -sum(minimum_met * established), -sum(team + cross_posted), -count(*)
    FROM dw.fct_branch_monthly, g WHERE dw.fct_branch_monthly.generation = g.generation GROUP BY month_key
    UNION ALL
    SELECT 'agg_activity_province', month_key, sum(held), sum(collective), sum(expected), sum(attended), sum(row_count)
    FROM dw.agg_activity_province, g WHERE dw.agg_activity_province.generation = g.generation GROUP BY month_key
    UNION ALL
    SELECT 'agg_activity_province', month_key, -count(*), -sum(collective), -sum(expected), -sum(attended), -count(*)
    FROM dw.fct_activity, g WHERE dw.fct_activity.generation = g.generation GROUP BY month_key
    UNION ALL
    SELECT 'agg_assessment_province', month_key, sum(assessed), sum(fixed + total), sum(excellent + failed), sum(debrief_due + debrief_in_person), sum(row_count)
    FROM dw.agg_assessment_province, g WHERE dw.agg_assessment_province.generation = g.generation GROUP BY month_key
    UNION ALL
    SELECT 'agg_assessment_province', month_key, -sum(assessed), -sum(fixed + total), -sum(excellent + failed), -sum(debrief_due + debrief_in_person), -count(*)
    FROM dw.fct_assessment, g WHERE dw.fct_assessment.generation = g.generation GROUP BY month_key
    UNION ALL
    SELECT 'agg_meeting_province', month_key, sum(held_leading_group), sum(quorate_leading_group), 0, 0, sum(row_count)
    FROM dw.agg_meeting_province, g WHERE dw.agg_meeting_province.generation = g.generation GROUP BY month_key
    UNION ALL
    SELECT 'agg_meeting_province', month_key, -sum(held * (kind = 'LEADING_GROUP')::int), -sum(quorate * (kind = 'LEADING_GROUP')::int), 0, 0, -count(*)
    FROM dw.fct_meeting, g WHERE dw.fct_meeting.generation = g.generation GROUP BY month_key
    UNION ALL
    SELECT 'agg_event_province', month_key, sum(held), sum(filed), sum(in_time), 0, sum(row_count)
    FROM dw.agg_event_province, g WHERE dw.agg_event_province.generation = g.generation GROUP BY month_key
    UNION ALL
    SELECT 'agg_event_province', month_key, -sum(held), -sum(filed), -sum(in_time), 0, -count(*)
    FROM dw.fct_event_filing, g WHERE dw.fct_event_filing.generation = g.generation GROUP BY month_key
    UNION ALL
    SELECT 'agg_category_change_province', month_key, sum(change), sum(upgrade_to_a), 0, 0, sum(row_count)
    FROM dw.agg_category_change_province, g WHERE dw.agg_category_change_province.generation = g.generation GROUP BY month_key
    UNION ALL
    SELECT 'agg_category_change_province', month_key, -sum(change), -sum(upgrade_to_a), 0, 0, -count(*)
    FROM dw.fct_category_change, g WHERE dw.fct_category_change.generation = g.generation GROUP BY month_key
    UNION ALL
    SELECT 'agg_item_score', year, sum(row_count), sum(score * row_count), 0, 0, sum(row_count)
    FROM dw.agg_item_score, g WHERE dw.agg_item_score.generation = g.generation GROUP BY year
    UNION ALL
    SELECT 'agg_item_score', year, -count(*), -sum(score), 0, 0, -count(*)
    FROM dw.fct_assessment_item, g WHERE dw.fct_assessment_item.generation = g.generation GROUP BY year
)
SELECT aggregate, period, sum(n) AS rows_too_many
FROM sums
GROUP BY aggregate, period
HAVING sum(a) <> 0 OR sum(b) <> 0 OR sum(c) <> 0 OR sum(d) <> 0 OR sum(n) <> 0;
