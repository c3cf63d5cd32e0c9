-- Grain: one row per committee right below, with its subtree; the report's own; the total. Established branches.
SELECT g.key, g.is_total, g.label AS committee, coalesce(n.branches, 0) AS branches, coalesce(n.a, 0) AS a, coalesce(n.b, 0) AS b, coalesce(n.c, 0) AS c,
       coalesce(n.unclassified, 0) AS unclassified,
       (n.a + n.b)::numeric / nullif(n.branches, 0) AS "I05", n.a + n.b AS "I05_n", n.branches AS "I05_d"
FROM report_group AS g
LEFT JOIN (
    SELECT CASE WHEN grouping(r.child_id) = 1 THEN 'total' ELSE coalesce(r.child_id::text, 'own') END AS key, sum(h.established) AS branches,
           coalesce(sum(h.established) FILTER (WHERE h.category = 'A'), 0) AS a, coalesce(sum(h.established) FILTER (WHERE h.category = 'B'), 0) AS b,
           coalesce(sum(h.established) FILTER (WHERE h.category = 'C'), 0) AS c,
           coalesce(sum(h.established) FILTER (WHERE h.category NOT IN ('A', 'B', 'C') OR h.category IS NULL), 0) AS unclassified
    FROM mart.branch_history AS h
    JOIN report_committee AS r USING (committee_id)
    WHERE h.month = (SELECT s.month FROM report_scope AS s)
    GROUP BY GROUPING SETS ((r.child_id), ())
) AS n USING (key)
ORDER BY g.position;
