-- Grain: one row per band of branches by their members on the day; the total. Numbers of people under five are hidden by the report.
WITH branch AS (
    SELECT h.branch_id, coalesce(m.full_members, 0) AS full_members, coalesce(m.probationary, 0) AS probationary
    FROM mart.branch_history AS h
    JOIN report_committee USING (committee_id)
    LEFT JOIN (
        SELECT d.branch_id, sum(d.members) FILTER (WHERE d.status = 'FULL') AS full_members, sum(d.members) FILTER (WHERE d.status = 'PROBATIONARY') AS probationary
        FROM report_scope AS s, mart.member_detail(s.month) AS d
        GROUP BY d.branch_id
    ) AS m USING (branch_id)
    WHERE h.established = 1 AND h.month = (SELECT s.month FROM report_scope AS s)
), banded AS (
    SELECT width_bucket(full_members + probationary, ARRAY[3, 10, 30, 50]) AS band, * FROM branch
)
SELECT coalesce(b.band::text, 'total') AS key, grouping(b.band) = 1 AS is_total,
       CASE b.band WHEN 0 THEN pg_temp.word('不足3人', 'Under 3') WHEN 1 THEN pg_temp.word('3至9人', '3 to 9') WHEN 2 THEN pg_temp.word('10至29人', '10 to 29')
           WHEN 3 THEN pg_temp.word('30至49人', '30 to 49') WHEN 4 THEN pg_temp.word('50人及以上', '50 and more') ELSE pg_temp.word('合计', 'Total') END AS band,
       count(*) AS branches, coalesce(sum(b.full_members), 0) AS full_members, coalesce(sum(b.probationary), 0) AS probationary
FROM banded AS b
GROUP BY GROUPING SETS ((b.band), ())
ORDER BY is_total, b.band;
