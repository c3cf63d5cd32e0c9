-- Grain: one row per month, province, discipline and level whose members this load changes, with the differences. sign: 1 as it is now, -1 as it was.
-- Numbers stand by period and versions by theirs, so a cell also moves where a branch does, or the month's day. Branches that stay where they were with
-- as many members as before are left out while periods are not months yet.
CREATE TEMP TABLE member_place ON COMMIT DROP AS
WITH looked_at AS MATERIALIZED (
    SELECT id AS branch_id FROM changed_dim_branch
    UNION
    SELECT v.branch_id FROM changed_dim_society AS c JOIN dw.dim_branch AS v ON v.lead_society_id = c.id
    UNION
    SELECT v.branch_id FROM changed_dim_committee AS c JOIN dw.dim_branch AS v ON v.committee_id = c.id
    UNION
    SELECT branch_id FROM moved_fct_member_count
    UNION
    -- Everybody counts in a month that is new or tells another day.
    SELECT branch_id FROM dw.dim_branch WHERE branch_id <> 0 AND EXISTS (SELECT FROM load_month WHERE is_new OR snapshot_day <> snapshot_day_before)
), piece AS (
    SELECT k.sign, l.load_run_id, b.branch_id, b.lead_society_id, coalesce(c.province_code, '') AS province_code,
           daterange(b.valid_from, b.valid_to) * daterange(c.valid_from, c.valid_to) AS days
    FROM load AS l
    CROSS JOIN (VALUES (1), (-1)) AS k (sign)
    CROSS JOIN looked_at AS a
    CROSS JOIN LATERAL (
        SELECT v.branch_id, v.committee_id, v.lead_society_id, v.valid_from, coalesce(e.valid_to, v.valid_to) AS valid_to
        FROM dw.dim_branch AS v
        LEFT JOIN dw.dim_version_end AS e
            ON k.sign = -1 AND e.dimension = 'dim_branch' AND e.version_key = v.branch_key AND e.superseded_run_id = l.load_run_id
        WHERE v.branch_id = a.branch_id AND v.status IN ('PROPOSED', 'ESTABLISHED')
          AND CASE k.sign WHEN 1 THEN v.superseded_run_id IS NULL ELSE coalesce(v.superseded_run_id, l.load_run_id) = l.load_run_id
                  AND (coalesce(v.load_run_id, 0) < l.load_run_id OR e.version_key IS NOT NULL) END
    ) AS b
    CROSS JOIN LATERAL (
        SELECT v.province_code, v.valid_from, coalesce(e.valid_to, v.valid_to) AS valid_to
        FROM dw.dim_committee AS v
        LEFT JOIN dw.dim_version_end AS e
            ON k.sign = -1 AND e.dimension = 'dim_committee' AND e.version_key = v.committee_key AND e.superseded_run_id = l.load_run_id
        WHERE v.committee_id = b.committee_id
          AND CASE k.sign WHEN 1 THEN v.superseded_run_id IS NULL ELSE coalesce(v.superseded_run_id, l.load_run_id) = l.load_run_id
                  AND (coalesce(v.load_run_id, 0) < l.load_run_id OR e.version_key IS NOT NULL) END
    ) AS c
    WHERE daterange(b.valid_from, b.valid_to) && daterange(c.valid_from, c.valid_to)
), led AS (
    -- Without a society its period would be one without borders.
    SELECT p.*, s.discipline_code, s.level, CASE WHEN s.society_id IS NOT NULL THEN p.days * daterange(s.valid_from, s.valid_to) END AS led_days
    FROM piece AS p
    LEFT JOIN LATERAL (
        SELECT v.society_id, v.discipline_code, v.level, v.valid_from, coalesce(e.valid_to, v.valid_to) AS valid_to
        FROM dw.dim_society AS v
        LEFT JOIN dw.dim_version_end AS e
            ON p.sign = -1 AND e.dimension = 'dim_society' AND e.version_key = v.society_key AND e.superseded_run_id = p.load_run_id
        WHERE v.society_id = p.lead_society_id
          AND CASE p.sign WHEN 1 THEN v.superseded_run_id IS NULL ELSE coalesce(v.superseded_run_id, p.load_run_id) = p.load_run_id
                  AND (coalesce(v.load_run_id, 0) < p.load_run_id OR e.version_key IS NOT NULL) END
    ) AS s ON daterange(s.valid_from, s.valid_to) && p.days
)
SELECT sign, branch_id, province_code, discipline_code, level, range_agg(days) AS during
FROM (
    SELECT sign, branch_id, province_code, coalesce(discipline_code, '') AS discipline_code, level, datemultirange(led_days) AS days
    FROM led WHERE led_days IS NOT NULL
    UNION ALL
    -- Days without a lead society.
    SELECT sign, branch_id, province_code, '', 'UNKNOWN', datemultirange(days) - coalesce(range_agg(led_days), '{}')
    FROM led GROUP BY sign, branch_id, lead_society_id, province_code, days
) AS one
WHERE NOT isempty(days)
GROUP BY sign, branch_id, province_code, discipline_code, level;
CREATE INDEX ON member_place (branch_id);
CREATE INDEX ON moved_fct_member_count (branch_id);
ANALYZE member_place;
CREATE TEMP TABLE member_moved ON COMMIT DROP AS
SELECT branch_id FROM moved_fct_member_count
UNION
SELECT branch_id FROM member_place GROUP BY branch_id, province_code, discipline_code, level, during HAVING sum(sign) <> 0;
ANALYZE member_moved;
CREATE TEMP TABLE moved_agg_member_province ON COMMIT DROP AS
WITH month AS MATERIALIZED (
    SELECT 1 AS sign, month_key, snapshot_day, is_new OR snapshot_day <> snapshot_day_before AS is_whole FROM load_month
    UNION ALL
    SELECT -1, month_key, snapshot_day_before, is_new OR snapshot_day <> snapshot_day_before FROM load_month WHERE snapshot_day_before IS NOT NULL
), asked AS MATERIALIZED (
    -- Every branch in a month that is new or tells another day; in the others those that moved. Few months before many periods: each period with
    -- each month of ten years, to leave most of them out, takes a hundred times as long.
    SELECT a.branch_id, m.sign, m.month_key, m.snapshot_day, l.load_run_id, g.generation
    FROM (
        SELECT branch_id, false AS is_whole FROM member_moved
        UNION
        SELECT branch_id, true FROM member_place
        UNION
        SELECT branch_id, true FROM member_moved
    ) AS a
    JOIN month AS m ON m.is_whole = a.is_whole
    CROSS JOIN load AS l
    CROSS JOIN load_generation AS g
), number AS (
    SELECT a.sign, a.branch_id, a.month_key, a.snapshot_day, n.member_band_key, n.members
    FROM asked AS a
    CROSS JOIN LATERAL (
        SELECT f.member_band_key, f.members
        FROM dw.fct_member_count AS f
        WHERE f.generation = a.generation AND f.branch_id = a.branch_id AND f.valid_from <= a.snapshot_day AND a.snapshot_day < f.valid_to
          AND (a.sign = 1 OR f.load_run_id < a.load_run_id)
        UNION ALL
        SELECT f.member_band_key, f.members
        FROM moved_fct_member_count AS f
        WHERE f.branch_id = a.branch_id AND f.sign = -1 AND a.sign = -1 AND f.valid_from <= a.snapshot_day AND a.snapshot_day < f.valid_to
    ) AS n
)
SELECT n.month_key, p.province_code, p.discipline_code, p.level, sum(p.sign * n.members) AS members,
       sum(p.sign * n.members * (d.sex = 'FEMALE')::int) AS members_female, sum(p.sign * n.members * (d.sex = 'MALE')::int) AS members_male,
       sum(p.sign) AS row_count
FROM number AS n
JOIN member_place AS p ON p.branch_id = n.branch_id AND p.sign = n.sign AND p.during @> n.snapshot_day
JOIN dw.dim_member_band AS d ON d.member_band_key = n.member_band_key
GROUP BY n.month_key, p.province_code, p.discipline_code, p.level
HAVING sum(p.sign * n.members) <> 0 OR sum(p.sign * n.members * (d.sex = 'FEMALE')::int) <> 0 OR sum(p.sign * n.members * (d.sex = 'MALE')::int) <> 0
    OR sum(p.sign) <> 0;
