-- Grain: one row per category; the total; of the last whole year.
SELECT k.key, k.is_total, k.label AS category,
       a.value AS "I14", a.numerator AS "I14_n", a.denominator AS "I14_d", b.value AS "I15", b.numerator AS "I15_n", b.denominator AS "I15_d",
       c.value AS "I16", c.numerator AS "I16_n", c.denominator AS "I16_d"
FROM (
    SELECT c.position, c.code AS key, false AS is_total, pg_temp.label('category', c.code) AS label FROM mart.code AS c WHERE c.kind = 'category'
    UNION ALL
    SELECT 1000, 'total', true, pg_temp.word('合计', 'Total')
) AS k
LEFT JOIN (SELECT coalesce(v.key #>> '{category,eq}', 'total') AS key, v.numerator, v.denominator, v.value
           FROM report_scope AS s, LATERAL (SELECT * FROM pg_temp.of_report('I14', '{CATEGORY}', make_date(s.whole_year, 1, 1), make_date(s.whole_year, 12, 1))
                                            UNION ALL SELECT * FROM pg_temp.of_report('I14', '{}', make_date(s.whole_year, 1, 1), make_date(s.whole_year, 12, 1))) AS v) AS a USING (key)
LEFT JOIN (SELECT coalesce(v.key #>> '{category,eq}', 'total') AS key, v.numerator, v.denominator, v.value
           FROM report_scope AS s, LATERAL (SELECT * FROM pg_temp.of_report('I15', '{CATEGORY}', make_date(s.whole_year, 1, 1), make_date(s.whole_year, 12, 1))
                                            UNION ALL SELECT * FROM pg_temp.of_report('I15', '{}', make_date(s.whole_year, 1, 1), make_date(s.whole_year, 12, 1))) AS v) AS b USING (key)
LEFT JOIN (SELECT coalesce(v.key #>> '{category,eq}', 'total') AS key, v.numerator, v.denominator, v.value
           FROM report_scope AS s, LATERAL (SELECT * FROM pg_temp.of_report('I16', '{CATEGORY}', make_date(s.whole_year, 1, 1), make_date(s.whole_year, 12, 1))
                                            UNION ALL SELECT * FROM pg_temp.of_report('I16', '{}', make_date(s.whole_year, 1, 1), make_date(s.whole_year, 12, 1))) AS v) AS c USING (key)
WHERE k.is_total OR num_nonnulls(a.denominator, b.denominator, c.denominator) > 0
ORDER BY k.position;
