CREATE OR REPLACE FUNCTION dw.indicator_problem(content jsonb) RETURNS TABLE (path text, problem text)
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    WITH part AS (
        SELECT p.name, content -> p.name AS said, coalesce(content #>> ARRAY[p.name, 'fact'], content ->> 'fact') AS fact,
               coalesce(content #>> ARRAY[p.name, 'time'], content ->> 'time') AS time_rule
        FROM (VALUES ('numerator'), ('denominator')) AS p (name)
    )
    SELECT '$.' || p.name, format('has no fact "%s"; there are %s', p.fact, (SELECT string_agg(w.name, ', ') FROM dw.fact AS w))
    FROM part AS p WHERE NOT EXISTS (SELECT FROM dw.fact AS w WHERE w.name = p.fact)
    UNION ALL
    SELECT '$.' || p.name, 'must have either "sum" or "count"' FROM part AS p WHERE (p.said ? 'sum') = (p.said ? 'count')
    UNION ALL
    SELECT format('$.%s.%s', p.name, u.place), format('is "%s", a column that fct_%s does not have', u.name, p.fact)
    FROM part AS p
    CROSS JOIN LATERAL (
        SELECT 'sum' AS place, p.said ->> 'sum' AS name WHERE p.said ? 'sum'
        UNION ALL SELECT 'where', k FROM jsonb_object_keys(CASE jsonb_typeof(p.said -> 'where') WHEN 'object' THEN p.said -> 'where' ELSE '{}' END) AS k
    ) AS u
    WHERE NOT EXISTS (SELECT FROM dw.fact_column AS c WHERE c.fact = p.fact AND c.name = u.name)
    UNION ALL
    SELECT format('$.%s.time', p.name), format('is %s, which fct_%s, %s, does not have', p.time_rule, w.name, w.grain)
    FROM part AS p JOIN dw.fact AS w ON w.name = p.fact
    WHERE p.time_rule <> ALL (CASE w.months WHEN 'LOADED' THEN ARRAY['LAST', 'YEAR', 'HALF_YEAR', 'OPENING'] WHEN 'CALENDAR' THEN ARRAY['SUM'] ELSE ARRAY['YEAR'] END)
    UNION ALL
    SELECT '$.subject', format('is %s, which is no thing that fct_%s has', content ->> 'subject', p.fact)
    FROM part AS p
    WHERE NOT EXISTS (
        SELECT FROM dw.dimension AS d JOIN dw.fact_column AS c ON c.fact = p.fact AND c.name = d.needs WHERE d.code = content ->> 'subject' AND d.type = 'bigint')
    UNION ALL
    SELECT '$.denominator.ignores', format('is %s, which is no dimension', i)
    FROM jsonb_array_elements_text(coalesce(content #> '{denominator,ignores}', '[]')) AS i
    WHERE NOT EXISTS (SELECT FROM dw.dimension AS d WHERE d.code = i)
    UNION ALL
    SELECT '$.ruleSet', 'is CHOSEN exactly where a part is summed over coverage_monthly'
    WHERE (content ->> 'ruleSet' = 'CHOSEN') <> EXISTS (SELECT FROM part AS p WHERE p.fact = 'coverage_monthly');
END;
COMMENT ON FUNCTION dw.indicator_problem IS 'What is wrong with an indicator''s definition; no row where nothing is.';
