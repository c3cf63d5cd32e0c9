-- Grain: one row per five points of the total score; a bonus passes 100.
SELECT b.bin::text AS key, false AS is_total, format('%s–%s', b.bin * 5, b.bin * 5 + 5) AS bin, coalesce(n.branches, 0) AS branches
FROM (
    SELECT floor(c.score / 5)::int AS bin, sum(c.count) AS branches
    FROM report_scope AS s, mart.score_value('TOTAL', '{}', s.assessed, s.assessed, s.filter) AS v, mart.score_bars(v.histogram) AS c
    GROUP BY 1
) AS n
RIGHT JOIN generate_series(
    (SELECT coalesce(floor(min(v.minimum) / 5), 0)::int FROM report_scope AS s, mart.score_value('TOTAL', '{}', s.assessed, s.assessed, s.filter) AS v),
    (SELECT coalesce(floor(max(v.maximum) / 5), -1)::int FROM report_scope AS s, mart.score_value('TOTAL', '{}', s.assessed, s.assessed, s.filter) AS v)) AS b (bin) USING (bin)
ORDER BY b.bin;
