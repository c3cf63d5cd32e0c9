-- Grain: one row per indicator: what it means, and which clauses say so.
SELECT i.id AS key, false AS is_total, i.id AS indicator, CASE s.language WHEN 'en' THEN i.name_en ELSE i.name_zh END AS name,
       CASE s.language WHEN 'en' THEN i.definition_en ELSE i.definition END AS definition,
       coalesce((SELECT string_agg(c.citation, '；' ORDER BY c.position) FROM mart.clause_of(i.source) AS c), pg_temp.word('没有文件规定', 'No document')) AS clauses
FROM report_scope AS s
CROSS JOIN mart.indicator AS i
ORDER BY i.position;
