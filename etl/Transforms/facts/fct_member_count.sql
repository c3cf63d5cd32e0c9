-- Grain: one row per branch, band of members, and period during which their number stays the same.
-- Bands change on 1 January: of a birth only the year is known.
-- Ages before bands: a join with all bands first would work out every age for each of them.
WITH aged AS MATERIALIZED (
    SELECT m.branch_id, a.age_band, coalesce(m.sex, 'UNKNOWN') AS sex, m.status, m.valid_during * a.during AS during
    FROM scope_branch AS s
    JOIN scope_member AS m ON m.branch_id = s.branch_id
    CROSS JOIN LATERAL (VALUES
        ('UNKNOWN', CASE WHEN m.birth_year IS NULL THEN daterange(NULL, NULL) ELSE 'empty' END),
        ('35_AND_UNDER', daterange(NULL, make_date(m.birth_year + 36, 1, 1))),
        ('36_TO_45', daterange(make_date(m.birth_year + 36, 1, 1), make_date(m.birth_year + 46, 1, 1))),
        ('46_TO_55', daterange(make_date(m.birth_year + 46, 1, 1), make_date(m.birth_year + 56, 1, 1))),
        ('56_TO_65', daterange(make_date(m.birth_year + 56, 1, 1), make_date(m.birth_year + 66, 1, 1))),
        ('66_AND_OVER', daterange(make_date(m.birth_year + 66, 1, 1), NULL))
    ) AS a (age_band, during)
    WHERE s.from_month_key < 99990101 AND (m.birth_year IS NULL) = (a.age_band = 'UNKNOWN') AND m.valid_during && a.during
), piece AS (
    SELECT a.branch_id, b.member_band_key, a.during
    FROM aged AS a JOIN dw.dim_member_band AS b ON b.age_band = a.age_band AND b.sex = a.sex AND b.status = a.status
), step AS (
    SELECT p.branch_id, p.member_band_key, x.day, sum(x.step) AS step
    FROM piece AS p
    CROSS JOIN LATERAL (VALUES (coalesce(lower(p.during), '1900-01-01'), 1), (coalesce(upper(p.during), '9999-12-31'), -1)) AS x (day, step)
    GROUP BY p.branch_id, p.member_band_key, x.day
    HAVING sum(x.step) <> 0
)
SELECT branch_id, member_band_key, day AS valid_from, next_day AS valid_to, members::int AS members
FROM (
    SELECT branch_id, member_band_key, day, lead(day) OVER w AS next_day, sum(step) OVER w AS members
    FROM step
    WINDOW w AS (PARTITION BY branch_id, member_band_key ORDER BY day)
) AS total
WHERE members > 0
