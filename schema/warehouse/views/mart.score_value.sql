-- Runs as its owner: bi_reader sees no table of dw. What a caller gives is quoted (dw.indicator_part).
CREATE OR REPLACE FUNCTION mart.score_value(
    score text DEFAULT 'FIXED', by text[] DEFAULT '{}', from_year int DEFAULT NULL, to_year int DEFAULT NULL, filter jsonb DEFAULT '{}',
    known_at timestamptz DEFAULT NULL)
RETURNS TABLE (
    "position" bigint, score_of text, period_from date, period_to date, as_of date,
    committee_id bigint, committee_name text, region_code text, region_name text, province_code text, province_name text,
    society_kind text, discipline_code text, discipline_name text, level text, branch_form text, category text, section text, item_code text,
    assessed bigint, mean numeric, standard_deviation numeric, minimum numeric, first_quartile numeric, median numeric, third_quartile numeric, maximum numeric,
    histogram jsonb, load_id bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET jit = off ROWS 100
AS $$
#variable_conflict use_column
DECLARE
    word text := upper(coalesce(score, 'FIXED'));
    fact text := CASE WHEN word = 'ITEM' THEN 'assessment_item' ELSE 'assessment' END;
    allowed text[] := ARRAY['COMMITTEE', 'COMMITTEE_TREE', 'REGION', 'PROVINCE', 'SOCIETY_KIND', 'DISCIPLINE', 'LEVEL', 'FORM', 'CATEGORY']
        || CASE WHEN word = 'ITEM' THEN ARRAY['SECTION', 'ITEM'] ELSE '{}'::text[] END;
    asked text[] := ARRAY(SELECT DISTINCT ON (min(u.place)) upper(u.code) FROM unnest(coalesce(by, '{}')) WITH ORDINALITY AS u (code, place)
        WHERE upper(u.code) <> 'YEAR' GROUP BY upper(u.code) ORDER BY min(u.place));
    by_year boolean := EXISTS (SELECT FROM unnest(by) AS u WHERE upper(u) = 'YEAR');
    code text;
    period record;
    months text;
    columns text;
    keys text;
BEGIN
    IF word NOT IN ('FIXED', 'TOTAL', 'ITEM') THEN
        PERFORM dw.refuse('SP-INDICATOR-018', format('There is no score "%s".', left(score, 60)), 'There are FIXED, TOTAL and ITEM.');
    END IF;
    FOREACH code IN ARRAY asked || dw.indicator_filter(coalesce(filter, '{}')) LOOP
        IF code <> ALL (allowed) THEN
            PERFORM dw.refuse('SP-INDICATOR-005', format('%s scores cannot be asked by "%s".', word, left(code, 60)),
                'They can by ' || array_to_string(allowed || 'YEAR'::text, ', ') || '.');
        END IF;
    END LOOP;
    IF from_year NOT BETWEEN 1900 AND 2199 OR to_year NOT BETWEEN 1900 AND 2199 THEN
        PERFORM dw.refuse('SP-INDICATOR-009', format('%s to %s is no period.', from_year, to_year), 'Years are between 1900 and 2199.');
    END IF;
    SELECT * INTO period FROM dw.indicator_period('YEAR', CASE WHEN by_year THEN 'YEAR' END, make_date(from_year, 1, 1), make_date(to_year, 12, 1), mart.at(known_at));
    SELECT string_agg(format('(%s, %L::date, %L::date, 0)', m.month_key, m.bucket, m.day), ', ') INTO months
    FROM dw.indicator_months('YEAR', 'YEARS', CASE WHEN by_year THEN 'YEAR' END, period.since, period.until, '{}', '{}', period.horizon) AS m;
    SELECT string_agg(coalesce('k' || c.place, 'NULL') || format('::%s AS %I', o.type, o.output), ', ' ORDER BY o.place) INTO columns
    FROM (SELECT d.output, min(d.type) AS type, min(d.place) AS place
          FROM (SELECT *, row_number() OVER () AS place FROM dw.dimension) AS d GROUP BY d.output) AS o
    LEFT JOIN (SELECT d.output, u.place FROM unnest(asked) WITH ORDINALITY AS u (code, place) JOIN dw.dimension AS d ON d.code = u.code) AS c ON c.output = o.output
    WHERE o.output <> 'score';
    keys := coalesce((SELECT string_agg(format('k%s, ', place), '' ORDER BY place) FROM generate_subscripts(asked, 1) AS place), '');
    RETURN QUERY EXECUTE format(
        'WITH counted (bucket, %1$sscore, c) AS (%2$s), running AS ('
        '  SELECT *, sum(c) OVER w AS upto, sum(c) OVER (PARTITION BY %3$s) AS total FROM counted WHERE c > 0 WINDOW w AS (PARTITION BY %3$s ORDER BY score)'
        '), told AS ('
        '  SELECT %3$s, sum(c) AS n, sum(c * score) AS s, sum(c * score * score) AS q, min(score) AS low, max(score) AS high,'
        '    min(score) FILTER (WHERE upto * 4 >= total) AS q1, min(score) FILTER (WHERE upto * 2 >= total) AS q2, min(score) FILTER (WHERE upto * 4 >= total * 3) AS q3,'
        '    %4$s AS bars'
        '  FROM running GROUP BY %3$s'
        ') SELECT row_number() OVER (ORDER BY %3$s), %5$L, t.bucket, %6$s, least(%6$s, %7$L::date), '
        't.committee_id, (SELECT c.name FROM dw.dim_committee AS c WHERE c.committee_id = t.committee_id AND c.superseded_run_id IS NULL ORDER BY c.valid_to DESC LIMIT 1), '
        't.region_code, (SELECT r.name FROM dw.dim_region AS r WHERE r.region_code = t.region_code::char(6)), '
        't.province_code, (SELECT r.name FROM dw.dim_region AS r WHERE r.region_code = t.province_code::char(6)), t.society_kind, t.discipline_code, '
        '(SELECT d.label_zh FROM dw.dim_code AS d WHERE d.kind = ''discipline'' AND d.code = t.discipline_code), t.level, t.branch_form, t.category, t.section, t.item_code, '
        't.n::bigint, trim_scale(round(t.s / t.n, 6)), trim_scale(round(sqrt(greatest(t.q / t.n - (t.s / t.n) * (t.s / t.n), 0)), 6)), t.low, t.q1, t.q2, t.q3, t.high, t.bars, %8$s::bigint '
        'FROM (SELECT *, %9$s FROM told) AS t',
        keys,
        dw.indicator_part(fact, ARRAY[CASE WHEN word = 'ITEM' THEN '{"count": "row_count"}' ELSE '{"count": "row_count", "where": {"assessed": 1}}' END::jsonb],
            asked || CASE word WHEN 'ITEM' THEN 'SCORE' ELSE word END, coalesce(filter, '{}'), '{}', NULL, months, NULL, mart.at(known_at)),
        'bucket' || coalesce((SELECT string_agg(format(', k%s', place), '' ORDER BY place) FROM generate_subscripts(asked, 1) AS place), ''),
        'jsonb_agg(jsonb_build_object(''score'', score, ''count'', c) ORDER BY score)',
        word,
        CASE WHEN by_year THEN format('dw.period_end(''YEAR'', t.bucket)') ELSE format('%L::date', dw.period_end('YEAR', period.until)) END,
        period.horizon, coalesce(mart.at(known_at), (SELECT p.load_run_id FROM dw.published AS p)), columns);
END $$;
COMMENT ON FUNCTION mart.score_value IS 'Scores of annual assessments and their spread: SELECT * FROM mart.score_value(''ITEM'', ''{SECTION,ITEM,YEAR}''). score is FIXED, TOTAL or ITEM. Quartiles are scores that were given; the deviation is that of all branches assessed, not of a sample. Without years the last whole one.';
GRANT EXECUTE ON FUNCTION mart.score_value TO bi_reader;
