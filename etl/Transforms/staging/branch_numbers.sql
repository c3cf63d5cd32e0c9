-- Grain: one row per branch: its days in order, to count what came up to a day.
CREATE TEMP TABLE branch_held ON COMMIT DROP AS
SELECT a.branch_id,
       coalesce(array_agg(a.held_on ORDER BY a.held_on) FILTER (WHERE a.is_collective), '{}') AS collective,
       coalesce(array_agg(a.held_on ORDER BY a.held_on) FILTER (WHERE a.kind = 'DEMOCRATIC_APPRAISAL'), '{}') AS appraisals
FROM scope_branch AS s JOIN source.activity AS a ON a.branch_id = s.branch_id
GROUP BY a.branch_id;
ANALYZE branch_held;

CREATE TEMP TABLE branch_plan ON COMMIT DROP AS
SELECT p.branch_id, range_agg(daterange(greatest(p.planned_on, make_date(p.year, 1, 1)), make_date(p.year + 1, 1, 1))) AS during
FROM scope_branch AS s JOIN source.year_plan AS p ON p.branch_id = s.branch_id
WHERE p.planned_on < make_date(p.year + 1, 1, 1)
GROUP BY p.branch_id;
ANALYZE branch_plan;

-- From the first check-in of a year to its end.
CREATE TEMP TABLE branch_checked_in ON COMMIT DROP AS
SELECT c.branch_id, range_agg(daterange(c.checked_in_on, (date_trunc('year', c.checked_in_on::timestamp) + interval '1 year')::date)) AS during
FROM scope_branch AS s JOIN source.check_in AS c ON c.branch_id = s.branch_id
GROUP BY c.branch_id;
ANALYZE branch_checked_in;

CREATE TEMP TABLE branch_six_haves ON COMMIT DROP AS
SELECT e.branch_id, range_agg(e.valid_during) AS recorded, coalesce(range_agg(e.valid_during) FILTER (WHERE e.is_met), '{}') AS met
FROM scope_branch AS s JOIN source.evidence AS e ON e.branch_id = s.branch_id AND e.kind = 'SIX_HAVES'
GROUP BY e.branch_id;
ANALYZE branch_six_haves;

-- Of those who hold posts in the branch, how many hold one in the council of one of its societies on the same day.
CREATE TEMP TABLE branch_team ON COMMIT DROP AS
WITH held AS (
    SELECT p.branch_id, p.person_id, range_agg(p.valid_during) AS during
    FROM scope_branch AS s JOIN source.branch_post AS p ON p.branch_id = s.branch_id
    GROUP BY p.branch_id, p.person_id
), crossed AS (
    SELECT h.branch_id, h.person_id, range_agg(h.during * datemultirange(bs.valid_during * c.valid_during)) AS during
    FROM held AS h
    JOIN source.branch_society AS bs ON bs.branch_id = h.branch_id
    JOIN source.council_post AS c ON c.society_id = bs.society_id AND c.person_id = h.person_id AND c.valid_during && bs.valid_during
    GROUP BY h.branch_id, h.person_id
), step AS (
    SELECT branch_id, day, sum(team) AS team, sum(crossed) AS crossed
    FROM (
        SELECT h.branch_id, x.day, x.step AS team, 0 AS crossed
        FROM held AS h
        CROSS JOIN LATERAL unnest(h.during) AS p (part)
        CROSS JOIN LATERAL (VALUES (coalesce(lower(p.part), '-infinity'::date), 1), (coalesce(upper(p.part), 'infinity'::date), -1)) AS x (day, step)
        UNION ALL
        SELECT c.branch_id, x.day, 0, x.step
        FROM crossed AS c
        CROSS JOIN LATERAL unnest(c.during) AS p (part)
        CROSS JOIN LATERAL (VALUES (coalesce(lower(p.part), '-infinity'::date), 1), (coalesce(upper(p.part), 'infinity'::date), -1)) AS x (day, step)
    ) AS one
    GROUP BY branch_id, day
)
SELECT branch_id, array_agg(day ORDER BY day) AS days, array_agg(team ORDER BY day) AS team, array_agg(crossed ORDER BY day) AS crossed
FROM (
    SELECT branch_id, day, sum(team) OVER w AS team, sum(crossed) OVER w AS crossed FROM step WINDOW w AS (PARTITION BY branch_id ORDER BY day)
) AS total
GROUP BY branch_id;
ANALYZE branch_team;

-- A branch's category of a year is its last one in it, as graph.activity_year has it: a period goes on until the next, or to the year's end.
CREATE TEMP TABLE branch_year_category ON COMMIT DROP AS
SELECT branch_id, category, daterange(lower(valid_during), CASE WHEN NOT upper_inf(valid_during) THEN
           least(next_from, make_date(extract(year FROM upper(valid_during) - 1)::int + 1, 1, 1)) END) AS during
FROM (
    SELECT c.*, lead(lower(c.valid_during)) OVER (PARTITION BY c.branch_id ORDER BY c.valid_during) AS next_from
    FROM scope_branch AS s JOIN source.branch_category AS c ON c.branch_id = s.branch_id
) AS one;
ANALYZE branch_year_category;
