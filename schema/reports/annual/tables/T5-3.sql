-- Grain: one row per committee right below, with its subtree; the report's own; the total.
SELECT g.key, g.is_total, g.label AS committee,
       a.value AS "I10", a.numerator AS "I10_n", a.denominator AS "I10_d", b.value AS "I11", b.numerator AS "I11_n", b.denominator AS "I11_d",
       c.value AS "I12", c.numerator AS "I12_n", c.denominator AS "I12_d", d.value AS "I13", d.numerator AS "I13_n", d.denominator AS "I13_d"
FROM report_group AS g
LEFT JOIN (SELECT v.* FROM report_scope AS s, pg_temp.by_committee('I10', s.month, s.month) AS v) AS a USING (key)
LEFT JOIN (SELECT v.* FROM report_scope AS s, pg_temp.by_committee('I11', s.month, s.month) AS v) AS b USING (key)
LEFT JOIN (SELECT v.* FROM report_scope AS s, LATERAL (SELECT coalesce(s.half_until, make_date(s.year - 1, 12, 1)) AS until) AS h, pg_temp.by_committee('I12', make_date(extract(year FROM h.until)::int, 1, 1), h.until) AS v) AS c USING (key)
LEFT JOIN (SELECT v.* FROM report_scope AS s, pg_temp.by_committee('I13', make_date(s.year, 1, 1), s.month) AS v) AS d USING (key)
ORDER BY g.position;
