-- Grain: one row per committee right below, with its subtree; the report's own; the total.
SELECT g.key, g.is_total, g.label AS committee, coalesce(a.denominator, 0) AS societies,
       a.value AS "I01", a.numerator AS "I01_n", a.denominator AS "I01_d", b.value AS "I02", b.numerator AS "I02_n", b.denominator AS "I02_d",
       c.value AS "I08", c.numerator AS "I08_n", c.denominator AS "I08_d"
FROM report_group AS g
LEFT JOIN (SELECT v.* FROM report_scope AS s, pg_temp.by_committee('I01', s.month, s.month) AS v) AS a USING (key)
LEFT JOIN (SELECT v.* FROM report_scope AS s, pg_temp.by_committee('I02', s.month, s.month) AS v) AS b USING (key)
LEFT JOIN (SELECT v.* FROM report_scope AS s, pg_temp.by_committee('I08', s.month, s.month) AS v) AS c USING (key)
ORDER BY g.position;
