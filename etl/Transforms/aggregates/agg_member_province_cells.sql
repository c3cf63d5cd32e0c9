-- Grain: one row per month, province, discipline and level: all cells, for a load of everything.
-- Who comes in a month and who goes, added up over months: a row for each month of each period would be ten times as many.
WITH days AS MATERIALIZED (
    SELECT array_agg(snapshot_day ORDER BY month_key) AS days, array_agg(month_key ORDER BY month_key) AS keys FROM load_month
), piece AS MATERIALIZED (
    SELECT b.branch_id, b.lead_society_id, coalesce(c.province_code, '') AS province_code,
           daterange(b.valid_from, b.valid_to) * daterange(c.valid_from, c.valid_to) AS days
    FROM dw.dim_branch AS b
    JOIN dw.dim_committee AS c ON c.committee_id = b.committee_id AND c.superseded_run_id IS NULL AND b.valid_from < c.valid_to AND c.valid_from < b.valid_to
    WHERE b.superseded_run_id IS NULL AND b.status IN ('PROPOSED', 'ESTABLISHED')
), led AS MATERIALIZED (
    -- Without a society its period would be one without borders.
    SELECT p.branch_id, p.lead_society_id, p.province_code, p.days, s.discipline_code, s.level,
           CASE WHEN s.society_id IS NOT NULL THEN p.days * daterange(s.valid_from, s.valid_to) END AS led_days
    FROM piece AS p
    LEFT JOIN dw.dim_society AS s ON s.society_id = p.lead_society_id AND s.superseded_run_id IS NULL AND daterange(s.valid_from, s.valid_to) && p.days
), place AS MATERIALIZED (
    SELECT branch_id, province_code, coalesce(discipline_code, '') AS discipline_code, level, datemultirange(led_days) AS days
    FROM led WHERE led_days IS NOT NULL
    UNION ALL
    -- Days without a lead society.
    SELECT branch_id, province_code, '', 'UNKNOWN', datemultirange(days) - coalesce(range_agg(led_days), '{}')
    FROM led GROUP BY branch_id, lead_society_id, province_code, days
), stretch AS MATERIALIZED (
    SELECT p.branch_id, dense_rank() OVER (ORDER BY p.province_code, p.discipline_code, p.level) AS cell, p.province_code, p.discipline_code, p.level,
           lower(r) AS since, upper(r) AS until
    FROM place AS p CROSS JOIN LATERAL unnest(p.days) AS r
), step AS (
    SELECT s.cell, x.at, sum(x.sign * f.members) AS members, sum(x.sign * f.members * (d.sex = 'FEMALE')::int) AS members_female,
           sum(x.sign * f.members * (d.sex = 'MALE')::int) AS members_male, sum(x.sign) AS row_count
    FROM stretch AS s
    JOIN dw.fct_member_count AS f ON f.generation = (SELECT generation FROM load_generation) AND f.branch_id = s.branch_id AND f.valid_from < s.until AND s.since < f.valid_to
    JOIN dw.dim_member_band AS d ON d.member_band_key = f.member_band_key
    CROSS JOIN days AS k
    CROSS JOIN LATERAL (SELECT width_bucket(greatest(f.valid_from, s.since) - 1, k.days) + 1 AS first,
                               width_bucket(least(f.valid_to, s.until) - 1, k.days) + 1 AS after) AS w
    CROSS JOIN LATERAL (VALUES (w.first, 1), (w.after, -1)) AS x (at, sign)
    WHERE w.first < w.after
    GROUP BY s.cell, x.at
), grid AS (
    SELECT c.cell, c.province_code, c.discipline_code, c.level, i.at, k.keys[i.at] AS month_key
    FROM (SELECT DISTINCT cell, province_code, discipline_code, level FROM stretch) AS c
    CROSS JOIN days AS k CROSS JOIN LATERAL generate_subscripts(k.days, 1) AS i (at)
)
SELECT month_key, province_code, discipline_code, level, members, members_female, members_male, row_count
FROM (
    SELECT g.month_key, g.province_code, g.discipline_code, g.level, sum(t.members) OVER w AS members, sum(t.members_female) OVER w AS members_female,
           sum(t.members_male) OVER w AS members_male, sum(t.row_count) OVER w AS row_count
    FROM grid AS g LEFT JOIN step AS t ON t.cell = g.cell AND t.at = g.at
    WINDOW w AS (PARTITION BY g.cell ORDER BY g.at)
) AS total
WHERE row_count > 0
