-- Grain: one row per region of a committee; the total. What has no kind is in the last column.
SELECT coalesce(c.region_code, 'total') AS key, grouping(c.region_code) = 1 AS is_total,
       CASE WHEN grouping(c.region_code) = 1 THEN pg_temp.word('合计', 'Total') ELSE coalesce(min(c.region_name), c.region_code) END AS region,
       sum(c.society_count) AS societies,
       coalesce(sum(c.society_count) FILTER (WHERE c.society_kind = 'LEARNED_SOCIETY'), 0) AS learned_society,
       coalesce(sum(c.society_count) FILTER (WHERE c.society_kind = 'ASSOCIATION'), 0) AS association,
       coalesce(sum(c.society_count) FILTER (WHERE c.society_kind = 'RESEARCH_SOCIETY'), 0) AS research_society,
       coalesce(sum(c.society_count) FILTER (WHERE coalesce(c.society_kind, '') NOT IN ('LEARNED_SOCIETY', 'ASSOCIATION', 'RESEARCH_SOCIETY')), 0) AS other
FROM mart.coverage_history AS c
JOIN report_committee USING (committee_id)
WHERE c.is_default_rule_set AND c.month = (SELECT s.month FROM report_scope AS s)
GROUP BY GROUPING SETS ((c.region_code), ())
ORDER BY is_total, c.region_code;
