-- Grain: one row per society without an organization that counts.
SELECT c.society_id::text AS key, false AS is_total, c.society_name AS society, pg_temp.label('society_kind', c.society_kind) AS kind,
       pg_temp.label('level', c.level) AS level, pg_temp.label('discipline', c.discipline_code) AS discipline, c.committee_name AS committee,
       CASE WHEN c.uncovered_reason IS NOT NULL THEN pg_temp.label('uncovered_reason', c.uncovered_reason) END AS reason, c.uncovered_since AS since,
       CASE c.work_coverage_numerator WHEN 1 THEN pg_temp.word('是', 'Yes') ELSE pg_temp.word('否', 'No') END AS work
FROM report_scope AS s
JOIN mart.coverage_history AS c ON c.month = s.month AND c.is_default_rule_set
JOIN report_committee AS r ON r.committee_id = c.committee_id
WHERE c.organization_coverage_denominator = 1 AND c.organization_coverage_numerator = 0
ORDER BY c.committee_name, c.society_name, c.society_id;
