-- Grain: one row per difference within a list that was imported for a committee of the report.
SELECT d.id::text AS key, false AS is_total, d.title AS list, CASE d.code WHEN 'COUNT_DIFFERS' THEN pg_temp.label('category', d.subject) ELSE d.subject END AS subject,
       d.stated, d.listed,
       CASE d.code
           WHEN 'COUNT_DIFFERS' THEN pg_temp.word('所述与所列数目不同', 'Stated and listed numbers differ')
           WHEN 'KIND_NOT_STATED' THEN pg_temp.word('名称没有写明社团类型', 'The name does not state the kind')
           WHEN 'NOT_LISTED' THEN pg_temp.word('党组织没有列入名单', 'The branch is not listed')
           ELSE d.code END AS note
FROM report_discrepancy AS d
ORDER BY d.title, d.id;
