-- Grain: one row per region of a committee.
SELECT a.key #>> '{region,eq}' AS key, false AS is_total, coalesce((SELECT r.name FROM mart.region AS r WHERE r.region_code = a.key #>> '{region,eq}'), a.key #>> '{region,eq}') AS region,
       a.value AS "I01", a.numerator AS "I01_n", a.denominator AS "I01_d", b.value AS "I02", b.numerator AS "I02_n", b.denominator AS "I02_d",
       c.value AS "I08", c.numerator AS "I08_n", c.denominator AS "I08_d"
FROM (SELECT v.* FROM report_scope AS s, pg_temp.of_report('I01', '{REGION}', s.month, s.month) AS v) AS a
LEFT JOIN (SELECT v.* FROM report_scope AS s, pg_temp.of_report('I02', '{REGION}', s.month, s.month) AS v) AS b ON b.key = a.key
LEFT JOIN (SELECT v.* FROM report_scope AS s, pg_temp.of_report('I08', '{REGION}', s.month, s.month) AS v) AS c ON c.key = a.key
ORDER BY a.key #>> '{region,eq}';
