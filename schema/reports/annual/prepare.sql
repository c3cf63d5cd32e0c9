-- What the tables of a report ask by: its committees, and words to ask indicators with. They go with the transaction.
CREATE TEMP TABLE report_scope ON COMMIT DROP AS
SELECT @committee::bigint AS committee_id,
       CASE WHEN @committee::bigint IS NULL THEN '{}' ELSE jsonb_build_object('committeeTree', jsonb_build_object('eq', @committee::bigint)) END AS filter,
       @month::date AS month, @day::date AS day, @year::int AS year, @assessed::int AS assessed, @language::text AS language,
       -- What is told by whole years: this one where its December is, else the one before.
       CASE WHEN extract(month FROM @month::date) = 12 AND @day::date = make_date(@year, 12, 31) THEN @year::int ELSE @year::int - 1 END AS whole_year,
       -- What is told by half-years: up to the last whole one of the year; null before its end.
       CASE WHEN @day::date = make_date(@year, 12, 31) THEN make_date(@year, 12, 1)
            WHEN @day::date >= make_date(@year, 6, 30) THEN make_date(@year, 6, 1) END AS half_until;

-- Grain: one row per committee of the report, with the one right below the report's through which it belongs; null: the report's own.
CREATE TEMP TABLE report_committee ON COMMIT DROP AS
WITH on_day AS (
    SELECT t.* FROM mart.committee_tree AS t CROSS JOIN report_scope AS s WHERE t.valid_from <= s.day AND s.day < t.valid_to
), top AS (
    -- Of the whole country one committee at the top is as good as asked for by name.
    SELECT coalesce(s.committee_id, (SELECT CASE WHEN count(*) = 1 THEN min(r.committee_id) END
        FROM (SELECT committee_id FROM on_day GROUP BY committee_id HAVING max(depth) = 0) AS r)) AS committee_id
    FROM report_scope AS s
)
SELECT t.committee_id,
       CASE WHEN top.committee_id IS NULL THEN (SELECT a.ancestor_id FROM on_day AS a WHERE a.committee_id = t.committee_id ORDER BY a.depth DESC LIMIT 1)
            ELSE (SELECT a.ancestor_id FROM on_day AS a JOIN on_day AS b ON b.committee_id = a.ancestor_id AND b.ancestor_id = top.committee_id AND b.depth = 1
                  WHERE a.committee_id = t.committee_id LIMIT 1) END AS child_id
FROM (SELECT DISTINCT committee_id FROM on_day) AS t
CROSS JOIN top
WHERE top.committee_id IS NULL
   OR EXISTS (SELECT FROM on_day AS a WHERE a.committee_id = t.committee_id AND a.ancestor_id = top.committee_id);
CREATE INDEX ON report_committee (committee_id);
ANALYZE report_committee;

-- Grain: one row of a table by committee: those right below in the order of their keys, the report's own, the total.
CREATE TEMP TABLE report_group ON COMMIT DROP AS
SELECT row_number() OVER (ORDER BY g.place, g.committee_id) AS position, g.key, g.committee_id, g.is_total,
       CASE g.place
           WHEN 1 THEN (SELECT c.name FROM mart.committee_version AS c CROSS JOIN report_scope AS s
                        WHERE c.committee_id = g.committee_id AND c.valid_from <= s.day AND s.day < c.valid_to LIMIT 1)
           WHEN 2 THEN (SELECT CASE s.language WHEN 'en' THEN 'Directly below' ELSE '本级直属' END FROM report_scope AS s)
           ELSE (SELECT CASE s.language WHEN 'en' THEN 'Total' ELSE '合计' END FROM report_scope AS s) END AS label
FROM (
    SELECT DISTINCT 1 AS place, child_id::text AS key, child_id AS committee_id, false AS is_total FROM report_committee WHERE child_id IS NOT NULL
    UNION ALL
    SELECT 2, 'own', min(committee_id), false FROM report_committee WHERE child_id IS NULL HAVING count(*) > 0 AND EXISTS (SELECT FROM report_committee WHERE child_id IS NOT NULL)
    UNION ALL
    SELECT 3, 'total', NULL, true
) AS g;

-- An indicator in groups of the report's committees.
CREATE FUNCTION pg_temp.of_report(indicator text, by text[], since date, until date)
RETURNS TABLE (key jsonb, period_from date, numerator numeric, denominator numeric, value numeric, is_suppressed boolean)
LANGUAGE sql STABLE AS $$
    SELECT v.key, v.period_from, v.numerator, v.denominator, v.value, v.is_suppressed
    FROM pg_temp.report_scope AS s, mart.indicator_value($1, $2, $3, $4, filter => s.filter) AS v
$$;

-- The same in rows of report_group.
CREATE FUNCTION pg_temp.by_committee(indicator text, since date, until date)
RETURNS TABLE (key text, numerator numeric, denominator numeric, value numeric)
LANGUAGE sql STABLE AS $$
    SELECT v.committee_id::text, v.numerator, v.denominator, v.value
    FROM mart.indicator_value($1, '{COMMITTEE_TREE}', $2, $3, filter => jsonb_build_object('committeeTree', jsonb_build_object('in',
        (SELECT coalesce(jsonb_agg(DISTINCT child_id), '[]') FROM pg_temp.report_committee WHERE child_id IS NOT NULL)))) AS v
    UNION ALL
    SELECT 'own', v.numerator, v.denominator, v.value
    FROM mart.indicator_value($1, '{}', $2, $3, filter => jsonb_build_object('committee', jsonb_build_object('in',
        (SELECT coalesce(jsonb_agg(committee_id), '[]') FROM pg_temp.report_committee WHERE child_id IS NULL)))) AS v
    UNION ALL
    SELECT 'total', v.numerator, v.denominator, v.value FROM pg_temp.of_report($1, '{}', $2, $3) AS v
$$;

-- A code in words.
CREATE FUNCTION pg_temp.label(of_kind text, of_code text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT CASE s.language WHEN 'en' THEN c.label_en ELSE c.label_zh END FROM mart.code AS c CROSS JOIN pg_temp.report_scope AS s
                     WHERE c.kind = $1 AND c.code = $2),
                    $2, (SELECT CASE s.language WHEN 'en' THEN 'Not known' ELSE '未登记' END FROM pg_temp.report_scope AS s))
$$;

CREATE FUNCTION pg_temp.word(zh text, en text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE s.language WHEN 'en' THEN $2 ELSE $1 END FROM pg_temp.report_scope AS s
$$;
