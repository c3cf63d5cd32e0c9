-- Grain: one row per rule set whose sums of the newest month are not those of its facts.
SELECT coalesce(a.rule_set_id, f.rule_set_id) AS rule_set_id, a.society_count AS listed, f.society_count AS counted, a.organised AS organised_listed,
       f.organised AS organised_counted
FROM (
    SELECT rule_set_id, sum(society_count) AS society_count, sum(organised) AS organised, sum(work) AS work
    FROM dw.agg_coverage_province
    WHERE generation = (SELECT generation FROM load_generation) AND month_key = (SELECT max(month_key) FROM load_month)
    GROUP BY rule_set_id
) AS a
FULL JOIN (
    SELECT rule_set_id, count(*) AS society_count, sum(organised) AS organised, sum(work) AS work
    FROM dw.fct_coverage_monthly
    WHERE generation = (SELECT generation FROM load_generation) AND month_key = (SELECT max(month_key) FROM load_month)
    GROUP BY rule_set_id
) AS f ON f.rule_set_id = a.rule_set_id
WHERE (a.society_count, a.organised, a.work) IS DISTINCT FROM (f.society_count, f.organised, f.work);
