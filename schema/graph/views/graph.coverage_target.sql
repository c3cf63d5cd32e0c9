-- A row per span of days in which nothing changes: numbers at the borders of coverage, the state at the deadline too.
CREATE OR REPLACE VIEW graph.coverage_target AS
SELECT g.committee_id, g.position, g.level, g.measure, g.share, g.due_on, g.source, g.numerator, g.denominator,
       CASE WHEN g.denominator > 0 AND g.numerator >= g.share * g.denominator THEN 'MET' WHEN lower(g.valid_during) > g.due_on THEN 'LATE' ELSE 'OPEN' END AS state,
       g.valid_during
FROM (
    SELECT c.id AS committee_id, t.position, t.target ->> 'level' AS level, t.target ->> 'measure' AS measure,
           (t.target ->> 'share')::numeric AS share, (t.target ->> 'dueOn')::date AS due_on, t.target ->> 'source' AS source,
           e.numerator, e.denominator, e.valid_during
    FROM graph.committee AS c
    JOIN graph.coverage_rule AS r ON r.region_code = c.region_code
    CROSS JOIN LATERAL jsonb_array_elements(r.coverage -> 'targets') WITH ORDINALITY AS t (target, position)
    CROSS JOIN LATERAL (
        WITH society AS (
            SELECT s.there_during, s.there_during::datemultirange * CASE t.target ->> 'measure' WHEN 'ORGANIZATION' THEN graph.organized_during(s.id, r.coverage)
                       ELSE graph.worked_during(s.id, r.coverage) END AS covered
            FROM graph.society AS s
            JOIN graph.committee AS sc ON sc.id = s.committee_id
            WHERE s.level = t.target ->> 'level' AND sc.region_code IN (SELECT w.code FROM graph.region AS w
                WHERE w.code = c.region_code OR w.parent_code = c.region_code)
        ), change (day, step, there) AS (
            SELECT coalesce(lower(d.during), '-infinity'), 1, 0 FROM society, unnest(society.covered) AS d (during)
            UNION ALL SELECT upper(d.during), -1, 0 FROM society, unnest(society.covered) AS d (during) WHERE NOT upper_inf(d.during)
            UNION ALL SELECT coalesce(lower(society.there_during), '-infinity'), 0, 1 FROM society
            UNION ALL SELECT upper(society.there_during), 0, -1 FROM society WHERE NOT upper_inf(society.there_during)
            UNION ALL VALUES ('-infinity'::date, 0, 0), ((t.target ->> 'dueOn')::date + 1, 0, 0)
        ), day AS (
            SELECT change.day, sum(sum(change.step)) OVER (ORDER BY change.day) AS numerator,
                   sum(sum(change.there)) OVER (ORDER BY change.day) AS denominator, lead(change.day) OVER (ORDER BY change.day) AS next
            FROM change GROUP BY change.day
        )
        SELECT day.numerator::int AS numerator, day.denominator::int AS denominator, daterange(nullif(day.day, '-infinity'), day.next) AS valid_during
        FROM day
    ) AS e
) AS g
WHERE g.denominator > 0;
COMMENT ON VIEW graph.coverage_target IS '目标任务 Targets of coverage with their deadlines (002 §2) and what was reached when, for each committee that they concern: the societies of their level in its region and the regions directly below.';
COMMENT ON COLUMN graph.coverage_target.committee_id IS 'The committee.';
COMMENT ON COLUMN graph.coverage_target.position IS 'Place among the targets of the rule set, from 1.';
COMMENT ON COLUMN graph.coverage_target.level IS '层级 Level of the societies.';
COMMENT ON COLUMN graph.coverage_target.measure IS 'ORGANIZATION 组织覆盖 or WORK 工作覆盖.';
COMMENT ON COLUMN graph.coverage_target.share IS 'Share to reach, from 0 to 1.';
COMMENT ON COLUMN graph.coverage_target.due_on IS 'Last day to reach it.';
COMMENT ON COLUMN graph.coverage_target.source IS 'Clause.';
COMMENT ON COLUMN graph.coverage_target.numerator IS 'Societies that are covered.';
COMMENT ON COLUMN graph.coverage_target.denominator IS 'Societies of the level that were there on these days.';
COMMENT ON COLUMN graph.coverage_target.state IS 'MET 已完成, LATE 逾期 after the deadline, OPEN 进行中 before.';
COMMENT ON COLUMN graph.coverage_target.valid_during IS 'Days on which this holds.';
