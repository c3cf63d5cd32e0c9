-- A failed year stands until the next year is assessed.
CREATE OR REPLACE FUNCTION graph.failed_during(branch bigint) RETURNS datemultirange
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (
        SELECT coalesce(range_agg(daterange(make_date(a.year + 1, 1, 1), make_date(a.next_year + 1, 1, 1))) FILTER (WHERE a.grade = 'UNQUALIFIED'), '{}')
        FROM (SELECT year, grade, lead(year) OVER (ORDER BY year) AS next_year FROM graph.assessment WHERE branch_id = branch AND is_current) AS a);
COMMENT ON FUNCTION graph.failed_during IS 'Days on which the last assessed year of a branch is a failed one: from the year''s end to that of the next assessed one.';
