-- Grain: one row per year, of the last three assessed.
SELECT y.year::text AS key, false AS is_total, y.year::text AS year, n.assessed, n.excellent, n.good, n.qualified, n.unqualified,
       m.value AS "I18", m.numerator AS "I18_n", m.denominator AS "I18_d", e.value AS "I19", e.numerator AS "I19_n", e.denominator AS "I19_d",
       f.value AS "I20", f.numerator AS "I20_n", f.denominator AS "I20_d"
FROM report_scope AS s
CROSS JOIN generate_series(s.assessed - 2, s.assessed) AS y (year)
JOIN LATERAL (
    SELECT sum(a.assessed) AS assessed, count(*) FILTER (WHERE a.grade = 'EXCELLENT') AS excellent, count(*) FILTER (WHERE a.grade = 'GOOD') AS good,
           count(*) FILTER (WHERE a.grade = 'QUALIFIED') AS qualified, count(*) FILTER (WHERE a.grade = 'UNQUALIFIED') AS unqualified
    FROM mart.assessment AS a
    JOIN report_committee AS r USING (committee_id)
    WHERE a.year = y.year AND a.assessed = 1
) AS n ON n.assessed > 0
LEFT JOIN LATERAL pg_temp.of_report('I18', '{}', make_date(y.year, 1, 1), make_date(y.year, 12, 1)) AS m ON true
LEFT JOIN LATERAL pg_temp.of_report('I19', '{}', make_date(y.year, 1, 1), make_date(y.year, 12, 1)) AS e ON true
LEFT JOIN LATERAL pg_temp.of_report('I20', '{}', make_date(y.year, 1, 1), make_date(y.year, 12, 1)) AS f ON true
ORDER BY y.year;
