-- Grain: one row per kind of problem found in the year, the most first, those that nobody classified last; with what they and those before them make up.
SELECT coalesce(v.kind, 'UNCLASSIFIED') AS key, false AS is_total,
       CASE WHEN v.kind IS NULL THEN pg_temp.word('未分类', 'Not classified') ELSE pg_temp.label('problem_kind', v.kind) END AS kind, v.count AS problems,
       sum(v.count) OVER (ORDER BY v.kind IS NULL, v.count DESC, v.kind) / sum(v.count) OVER () AS share
FROM report_scope AS s
CROSS JOIN LATERAL mart.register_value('RECTIFICATION', '{KIND}', make_date(s.year, 1, 1), s.month, filter => s.filter) AS v
ORDER BY v.kind IS NULL, v.count DESC, v.kind;
