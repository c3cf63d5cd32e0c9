-- Grain: one row per indicator, at the end of each of three years; of the last one at the report's month.
SELECT i.id AS key, false AS is_total, i.id AS indicator, CASE s.language WHEN 'en' THEN i.name_en ELSE i.name_zh END AS name,
       max(v.value) FILTER (WHERE y.back = 2) AS before_last, max(v.numerator) FILTER (WHERE y.back = 2) AS before_last_n,
       max(v.denominator) FILTER (WHERE y.back = 2) AS before_last_d,
       max(v.value) FILTER (WHERE y.back = 1) AS last, max(v.numerator) FILTER (WHERE y.back = 1) AS last_n, max(v.denominator) FILTER (WHERE y.back = 1) AS last_d,
       max(v.value) FILTER (WHERE y.back = 0) AS present, max(v.numerator) FILTER (WHERE y.back = 0) AS present_n,
       max(v.denominator) FILTER (WHERE y.back = 0) AS present_d, i.unit AS format, CASE i.unit WHEN 'RATIO' THEN '%' ELSE pg_temp.word('分', 'points') END AS unit,
       max(trim_scale(v.numerator) || pg_temp.word('／', ' of ') || trim_scale(v.denominator)) FILTER (WHERE y.back = 0) AS parts
FROM report_scope AS s
CROSS JOIN mart.indicator AS i
CROSS JOIN generate_series(0, 2) AS y (back)
CROSS JOIN LATERAL (
    SELECT CASE WHEN i.time_rule = 'LAST' THEN CASE y.back WHEN 0 THEN s.month ELSE make_date(s.year - y.back, 12, 1) END ELSE make_date(s.year - y.back, 1, 1) END AS since,
           CASE WHEN y.back > 0 THEN make_date(s.year - y.back, 12, 1) WHEN i.time_rule = 'HALF_YEAR' THEN s.half_until ELSE s.month END AS until
) AS p
-- Of the running year nothing is told that only a whole one tells, and of its running half likewise.
LEFT JOIN LATERAL pg_temp.of_report(i.id, '{}', p.since, p.until) AS v ON p.until IS NOT NULL AND NOT (i.time_rule = 'YEAR' AND y.back = 0 AND s.whole_year < s.year)
GROUP BY i.id, i.name_en, i.name_zh, i.unit, i.position, s.language
ORDER BY i.position;
