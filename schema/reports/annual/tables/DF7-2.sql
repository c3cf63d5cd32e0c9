-- Grain: one row per section of the assessment: what was scored of what could be.
SELECT i.section AS key, false AS is_total, pg_temp.label('scheme_section', i.section) AS section, sum(i.score) / nullif(sum(i.maximum), 0) AS rate,
       sum(i.score) AS rate_n, sum(i.maximum) AS rate_d
FROM report_scope AS s
JOIN mart.assessment_item AS i ON i.year = s.assessed
JOIN report_committee AS r ON r.committee_id = i.committee_id
GROUP BY i.section
ORDER BY (SELECT k.position FROM mart.code AS k WHERE k.kind = 'scheme_section' AND k.code = i.section);
