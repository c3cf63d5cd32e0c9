-- Grain: one row per result that lies far from its committee's others of the year, by a robust z-score: distance from the median in units of the
-- median distance, times 0.6745, above 5. Nothing is wrong with it for that; it is worth a look.
-- Severity: warning
WITH median AS (
    SELECT committee_id, year, percentile_cont(0.5) WITHIN GROUP (ORDER BY total) AS median_total
    FROM dw.fct_assessment
    WHERE generation = (SELECT generation FROM dw.published) AND assessed = 1
    GROUP BY committee_id, year
    HAVING count(*) >= 10
), spread AS (
    SELECT f.committee_id, f.year, m.median_total, percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(f.total - m.median_total)) AS median_distance
    FROM dw.fct_assessment AS f JOIN median AS m ON m.committee_id = f.committee_id AND m.year = f.year
    WHERE f.generation = (SELECT generation FROM dw.published) AND f.assessed = 1
    GROUP BY f.committee_id, f.year, m.median_total
)
SELECT f.committee_id, f.year, f.branch_id, f.total, s.median_total, round((0.6745 * abs(f.total - s.median_total) / s.median_distance)::numeric, 1) AS robust_z
FROM dw.fct_assessment AS f
JOIN spread AS s ON s.committee_id = f.committee_id AND s.year = f.year
WHERE f.generation = (SELECT generation FROM dw.published) AND f.assessed = 1 AND s.median_distance > 0
  AND 0.6745 * abs(f.total - s.median_total) / s.median_distance > 5
ORDER BY robust_z DESC, f.year, f.branch_id;
