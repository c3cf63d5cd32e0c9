-- Grain: one row per kind of society, a column per discipline; the total. Whatever is another discipline or none is in the last column but one.
SELECT CASE WHEN grouping(c.society_kind) = 1 THEN 'total' ELSE coalesce(c.society_kind, 'UNKNOWN') END AS key, grouping(c.society_kind) = 1 AS is_total,
       CASE WHEN grouping(c.society_kind) = 1 THEN pg_temp.word('合计', 'Total') ELSE pg_temp.label('society_kind', c.society_kind) END AS kind,
       coalesce(sum(c.society_count) FILTER (WHERE c.discipline_code = 'SCIENCE'), 0) AS science,
       coalesce(sum(c.society_count) FILTER (WHERE c.discipline_code = 'ENGINEERING'), 0) AS engineering,
       coalesce(sum(c.society_count) FILTER (WHERE c.discipline_code = 'AGRICULTURE'), 0) AS agriculture,
       coalesce(sum(c.society_count) FILTER (WHERE c.discipline_code = 'MEDICINE'), 0) AS medicine,
       coalesce(sum(c.society_count) FILTER (WHERE c.discipline_code = 'INTERDISCIPLINARY'), 0) AS interdisciplinary,
       coalesce(sum(c.society_count) FILTER (WHERE coalesce(c.discipline_code, '') NOT IN ('SCIENCE', 'ENGINEERING', 'AGRICULTURE', 'MEDICINE', 'INTERDISCIPLINARY')), 0) AS other,
       sum(c.society_count) AS societies
FROM mart.coverage_history AS c
JOIN report_committee USING (committee_id)
WHERE c.is_default_rule_set AND c.month = (SELECT s.month FROM report_scope AS s)
GROUP BY GROUPING SETS ((c.society_kind), ())
ORDER BY is_total, (SELECT k.position FROM mart.code AS k WHERE k.kind = 'society_kind' AND k.code = c.society_kind), c.society_kind NULLS LAST;
