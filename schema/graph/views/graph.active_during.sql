-- A minimum that no rule set states is asked of nobody.
-- The m-th last activity lies within twelve months from the day of the last one until twelve months after itself.
CREATE OR REPLACE FUNCTION graph.active_during(branch bigint, minimums jsonb) RETURNS datemultirange
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (
        WITH asked AS (
            SELECT p.during, (m.minimum #>> '{activities,value}')::int AS activities
            FROM (
                SELECT c.category, datemultirange(c.valid_during) AS during FROM graph.branch_category_period AS c WHERE c.branch_id = branch
                UNION ALL
                SELECT 'UNCLASSIFIED', datemultirange(daterange(NULL, NULL)) - coalesce(range_agg(c.valid_during), '{}')
                FROM graph.branch_category_period AS c WHERE c.branch_id = branch
            ) AS p
            -- A functional branch that nobody classified is one by its form, as graph.activity_year has it.
            JOIN jsonb_array_elements(minimums) AS m (minimum) ON m.minimum ->> 'category' = CASE
                WHEN p.category = 'UNCLASSIFIED' AND (SELECT b.form FROM graph.branch AS b WHERE b.id = branch) = 'FUNCTIONAL_BRANCH' THEN 'C'
                ELSE p.category END
        ), held AS (
            SELECT a.held_on, row_number() OVER (ORDER BY a.held_on, a.id) AS place
            FROM graph.activity AS a WHERE a.branch_id = branch AND a.is_collective AND a.held_on IS NOT NULL
        )
        SELECT coalesce(range_agg(s.during), '{}')
        FROM (
            SELECT asked.during * datemultirange(daterange(latest.held_on, (first.held_on + interval '1 year')::date)) AS during
            FROM asked
            JOIN held AS latest ON asked.activities > 0
            JOIN held AS first ON first.place = latest.place - asked.activities + 1 AND latest.held_on < first.held_on + interval '1 year'
            UNION ALL
            SELECT asked.during FROM asked WHERE asked.activities = 0
            UNION ALL
            SELECT datemultirange(daterange(NULL, NULL)) WHERE minimums IS NULL
        ) AS days
        CROSS JOIN LATERAL unnest(days.during) AS s (during));
COMMENT ON FUNCTION graph.active_during IS 'Days on which a branch held the minimum of collective activities of its category within the last twelve months (004 组织建设-2); all days where no rule set states a minimum.';
