-- A branch's year in numbers, under given rules. A function, because a round counts up to its cut-off day and by its own scheme, and
-- everybody else the whole year by the rules in effect. The same as ActivityMinimum and SuggestedScores in api/Rules.
CREATE OR REPLACE FUNCTION graph.activity_year(of_branch bigint, of_year int, until date, activities jsonb)
RETURNS TABLE (
    category text, held_count int, collective_count int, minimum int, clause text, is_met boolean, appraisal_count int, appraisal_minimum int,
    documented_count int, expected_count bigint, attended_count bigint, suggested_share numeric)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT c.category, done.held, done.collective, asked.minimum, asked.clause, done.collective >= asked.minimum, done.appraisals, asked.appraisals,
        done.documented, done.expected, done.attended,
        (activities #>> '{shares,activities,value}')::numeric * CASE WHEN asked.minimum = 0 THEN 1 ELSE least(1, done.collective::numeric / asked.minimum) END
        + (activities #>> '{shares,appraisals,value}')::numeric * CASE WHEN asked.appraisals = 0 THEN 1 ELSE least(1, done.appraisals::numeric / asked.appraisals) END
        + (activities #>> '{shares,documents,value}')::numeric * CASE WHEN done.held = 0 THEN 0 ELSE done.documented::numeric / done.held END
    FROM graph.branch AS b
    CROSS JOIN LATERAL (
        SELECT coalesce((
            SELECT p.category FROM graph.branch_category_period AS p
            WHERE p.branch_id = b.id AND p.valid_during && daterange(make_date(of_year, 1, 1), until, '[]')
            ORDER BY p.valid_from DESC NULLS LAST LIMIT 1), 'UNCLASSIFIED') AS category
    ) AS c
    CROSS JOIN LATERAL (
        SELECT (m #>> '{activities,value}')::int AS minimum, m #>> '{activities,source}' AS clause, (activities #>> '{appraisals,value}')::int AS appraisals
        FROM jsonb_array_elements(activities -> 'minimums') AS m
        -- A functional branch that nobody classified is one by its form.
        WHERE m ->> 'category' = CASE WHEN c.category = 'UNCLASSIFIED' AND b.form = 'FUNCTIONAL_BRANCH' THEN 'C' ELSE c.category END
    ) AS asked
    CROSS JOIN LATERAL (
        SELECT count(*)::int AS held, (count(*) FILTER (WHERE a.is_collective))::int AS collective,
            (count(*) FILTER (WHERE a.kind = 'DEMOCRATIC_APPRAISAL'))::int AS appraisals,
            (count(*) FILTER (WHERE a.has_plan AND a.has_attendance AND a.has_record))::int AS documented,
            coalesce(sum(a.expected_count), 0) AS expected, coalesce(sum(a.attended_count), 0) AS attended
        FROM graph.activity AS a WHERE a.branch_id = b.id AND a.year = of_year AND a.held_on <= until
    ) AS done
    WHERE b.id = of_branch
$$;
COMMENT ON FUNCTION graph.activity_year IS 'Activities of a branch in a year up to a day, against what the rules ask.';
