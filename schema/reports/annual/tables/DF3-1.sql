-- Grain: one row per month loaded, of the last 24.
SELECT to_char(a.period_from, 'YYYY-MM') AS key, false AS is_total, to_char(a.period_from, 'YYYY-MM') AS month,
       a.value AS "I01", a.numerator AS "I01_n", a.denominator AS "I01_d", b.value AS "I02", b.numerator AS "I02_n", b.denominator AS "I02_d",
       c.value AS "I08", c.numerator AS "I08_n", c.denominator AS "I08_d"
FROM report_scope AS s
CROSS JOIN LATERAL pg_temp.of_report('I01', '{MONTH}', (s.month - interval '23 months')::date, s.month) AS a
LEFT JOIN LATERAL pg_temp.of_report('I02', '{MONTH}', (s.month - interval '23 months')::date, s.month) AS b USING (period_from)
LEFT JOIN LATERAL pg_temp.of_report('I08', '{MONTH}', (s.month - interval '23 months')::date, s.month) AS c USING (period_from)
WHERE a.denominator IS NOT NULL
ORDER BY a.period_from;
