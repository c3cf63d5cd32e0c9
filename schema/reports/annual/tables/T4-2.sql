-- Grain: one row per category at the end of the year before, of branches that stood then or stand now; a column per category now.
SELECT m.opening AS key, m.opening = 'total' AS is_total,
       CASE m.opening WHEN 'total' THEN pg_temp.word('合计', 'Total') WHEN 'NEW' THEN pg_temp.word('新成立', 'Newly established') ELSE pg_temp.label('category', m.opening) END AS opening,
       m.a, m.b, m.c, m.unclassified, m.gone, m.branches
FROM (
    SELECT coalesce(p.opening, 'total') AS opening,
           count(*) FILTER (WHERE p.closing = 'A') AS a, count(*) FILTER (WHERE p.closing = 'B') AS b, count(*) FILTER (WHERE p.closing = 'C') AS c,
           count(*) FILTER (WHERE p.closing = 'UNCLASSIFIED') AS unclassified, count(*) FILTER (WHERE p.closing = 'GONE') AS gone, count(*) AS branches
    FROM (
        SELECT CASE WHEN o.branch_id IS NULL THEN 'NEW' ELSE o.category END AS opening, CASE WHEN n.branch_id IS NULL THEN 'GONE' ELSE n.category END AS closing
        FROM (SELECT h.branch_id, coalesce(h.category, 'UNCLASSIFIED') AS category FROM mart.branch_history AS h JOIN report_committee USING (committee_id)
              WHERE h.established = 1 AND h.month = (SELECT make_date(s.year - 1, 12, 1) FROM report_scope AS s)) AS o
        FULL JOIN (SELECT h.branch_id, coalesce(h.category, 'UNCLASSIFIED') AS category FROM mart.branch_history AS h JOIN report_committee USING (committee_id)
              WHERE h.established = 1 AND h.month = (SELECT s.month FROM report_scope AS s)) AS n ON n.branch_id = o.branch_id
    ) AS p
    GROUP BY GROUPING SETS ((p.opening), ())
) AS m
ORDER BY array_position(ARRAY['A', 'B', 'C', 'UNCLASSIFIED', 'NEW', 'total'], m.opening);
