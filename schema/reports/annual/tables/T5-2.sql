-- Grain: one row per age band; the total. Numbers of people under five are hidden by the report.
SELECT coalesce(f.age_band, 'total') AS key, grouping(f.age_band) = 1 AS is_total,
       CASE WHEN grouping(f.age_band) = 1 THEN pg_temp.word('合计', 'Total') ELSE pg_temp.label('age_band', f.age_band) END AS age_band,
       coalesce(sum(f.members) FILTER (WHERE f.sex = 'MALE'), 0) AS male, coalesce(sum(f.members) FILTER (WHERE f.sex = 'FEMALE'), 0) AS female,
       coalesce(sum(f.members) FILTER (WHERE f.sex IS NULL OR f.sex NOT IN ('MALE', 'FEMALE')), 0) AS sex_unknown, coalesce(sum(f.members), 0) AS members
FROM (
    SELECT d.age_band, d.sex, d.members
    FROM report_scope AS s
    CROSS JOIN LATERAL mart.member_detail(s.month) AS d
    JOIN report_committee AS r ON r.committee_id = d.committee_id
    WHERE d.is_established
) AS f
GROUP BY GROUPING SETS ((f.age_band), ())
ORDER BY is_total, array_position(ARRAY['35_AND_UNDER', '36_TO_45', '46_TO_55', '56_TO_65', '66_AND_OVER'], f.age_band);
