-- An indicator's definition → the one statement that answers for it. All of it is written from dw.indicator, dw.fact and dw.dimension; what a
-- caller gives gets in as quoted values only.
CREATE OR REPLACE FUNCTION dw.indicator_statement(
    indicator text, by text[], from_month date, to_month date, rule_set text, filter jsonb, load_id bigint, subtotals boolean)
RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    definition jsonb := (SELECT i.content FROM dw.indicator AS i WHERE i.id = upper(indicator));
    numerator jsonb := definition -> 'numerator';
    denominator jsonb := definition -> 'denominator';
    facts text[] := ARRAY[coalesce(numerator ->> 'fact', definition ->> 'fact'), coalesce(denominator ->> 'fact', definition ->> 'fact')];
    times text[] := ARRAY[coalesce(numerator ->> 'time', definition ->> 'time'), coalesce(denominator ->> 'time', definition ->> 'time')];
    ignored text[] := ARRAY(SELECT jsonb_array_elements_text(denominator -> 'ignores'));
    available text[] := dw.indicator_dimensions(definition);
    asked text[] := ARRAY(SELECT CASE WHEN u = 'SUBJECT' THEN u ELSE upper(u) END FROM unnest(by) AS u WHERE u IS NOT NULL);
    is_one boolean := facts[1] = facts[2] AND times[1] = times[2];
    time_key text;
    codes text[];
    period record;
    months text[];
    rule_set_id bigint := dw.rule_set_named(rule_set);
    rule_sets bigint[];
    parts text;
    keys text;
    kept text[];
    buckets text;
    code text;
BEGIN
    IF definition IS NULL THEN
        PERFORM dw.refuse('SP-INDICATOR-001', format('There is no indicator "%s".', left(indicator, 60)),
            coalesce('There are: ' || (SELECT string_agg(i.id, ', ' ORDER BY i.position) FROM dw.indicator AS i) || '.', 'None is loaded yet.'));
    END IF;
    FOREACH code IN ARRAY asked LOOP
        IF code IN ('MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR') THEN
            IF time_key <> code THEN
                PERFORM dw.refuse('SP-INDICATOR-004', format('"by" has both %s and %s.', time_key, code), 'Name one length of time.');
            END IF;
            time_key := code;
        ELSIF code = 'SUBJECT' THEN
            -- What the rows behind a value are.
            codes := codes || (definition ->> 'subject');
        ELSIF code <> ALL (available) THEN
            PERFORM dw.refuse('SP-INDICATOR-005', format('%s cannot be grouped by "%s".', definition ->> 'id', left(code, 60)),
                'It can by ' || array_to_string(available || ARRAY['MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR'], ', ') || '.');
        ELSIF code <> ALL (coalesce(codes, '{}')) THEN
            codes := codes || code;
        END IF;
    END LOOP;
    codes := coalesce(codes, '{}');
    FOREACH code IN ARRAY dw.indicator_filter(filter) LOOP
        IF code <> ALL (available) THEN
            PERFORM dw.refuse('SP-INDICATOR-005', format('%s cannot be filtered by %s.', definition ->> 'id', code),
                'It can by ' || array_to_string(available, ', ') || '.');
        END IF;
    END LOOP;
    IF 'COMMITTEE' = ANY (codes) AND 'COMMITTEE_TREE' = ANY (codes) THEN
        PERFORM dw.refuse('SP-INDICATOR-006', '"by" has both COMMITTEE and COMMITTEE_TREE.', 'Name one: each committee by itself, or each with those below it.');
    END IF;
    IF subtotals AND ('COMMITTEE_TREE' = ANY (codes) OR codes && ignored) THEN
        PERFORM dw.refuse('SP-INDICATOR-007', format('%s has no subtotals over %s: its groups do not add up.', definition ->> 'id',
            CASE WHEN codes && ignored THEN array_to_string(ignored, ', ') ELSE 'COMMITTEE_TREE' END), 'Ask without subtotals, or by other keys.');
    END IF;
    IF 'member_count' = ANY (facts) AND (subtotals OR filter::text ~ '"(or|not|neq|nin|nstartsWith|ncontains|nendsWith)":') THEN
        PERFORM dw.refuse('SP-INDICATOR-019', format('%s counts people: what a total or a negation leaves over could be one of them.', definition ->> 'id'),
            'Ask without subtotals, and by eq, in or startsWith.');
    END IF;
    IF time_key <> 'YEAR' AND EXISTS (SELECT FROM dw.fact AS w WHERE w.name = ANY (facts) AND w.months = 'YEARS') THEN
        PERFORM dw.refuse('SP-INDICATOR-008', format('%s has one value a year.', definition ->> 'id'), 'Group by YEAR.');
    END IF;
    SELECT * INTO period FROM dw.indicator_period(definition ->> 'time', time_key, from_month, to_month, load_id);
    -- A part is known of a bucket where its fact has a month for it; where it has none, no row of the fact is told.
    WITH told AS MATERIALIZED (
        SELECT p.part, m.month_key, m.bucket, m.day
        FROM generate_series(1, CASE WHEN is_one THEN 1 ELSE 2 END) AS p (part)
        JOIN dw.fact AS w ON w.name = facts[p.part]
        CROSS JOIN LATERAL dw.indicator_months(times[p.part], w.months, time_key, period.since, period.until, period.known, period.days, period.horizon) AS m
    ), known AS (
        SELECT b.bucket, max(t.day) FILTER (WHERE t.part = 1) AS as_of, count(*) FILTER (WHERE t.part = 1) > 0 AS has_n,
               count(*) FILTER (WHERE t.part = CASE WHEN is_one THEN 1 ELSE 2 END) > 0 AS has_d
        FROM (SELECT DISTINCT CASE WHEN time_key IS NULL THEN period.since ELSE greatest(period.since, dw.period_start(time_key, m::date)) END AS bucket
              FROM generate_series(period.since::timestamp, period.until::timestamp, interval '1 month') AS m) AS b
        LEFT JOIN told AS t ON t.bucket = b.bucket
        GROUP BY b.bucket
    )
    SELECT ARRAY(
               SELECT coalesce(
                   (SELECT string_agg(format('(%s, %L::date, %L::date, %s)', t.month_key, t.bucket, t.day,
                        to_char(least(CASE WHEN time_key IS NULL THEN period.until ELSE dw.period_end(time_key, t.bucket) END, period.until), 'YYYYMMDD')), ', ' ORDER BY t.bucket, t.month_key)
                    FROM told AS t WHERE t.part = CASE WHEN is_one THEN 1 ELSE p.part END),
                   format('(0, %L::date, %L::date, 0)', period.since, period.since))
               FROM generate_series(1, 2) AS p (part) ORDER BY p.part),
           (SELECT string_agg(format('(%L::date, %L::date, %L::date, %L::boolean, %L::boolean)', k.bucket,
                CASE WHEN time_key IS NULL THEN period.until ELSE least(dw.period_end(time_key, k.bucket), period.until) END,
                CASE WHEN k.has_n AND k.has_d THEN k.as_of END, k.has_n, k.has_d), ', ' ORDER BY k.bucket)
            FROM known AS k)
    INTO months, buckets;
    rule_sets := ARRAY(SELECT CASE WHEN f = 'coverage_monthly' THEN coalesce(rule_set_id, 0) END FROM unnest(facts) WITH ORDINALITY AS u (f, place) ORDER BY place);
    keys := coalesce((SELECT string_agg(format('k%s, ', place), '' ORDER BY place) FROM generate_subscripts(codes, 1) AS place), '');
    IF facts[1] = facts[2] AND times[1] = times[2] AND ignored = '{}' THEN
        parts := dw.indicator_part(facts[1], ARRAY[numerator, denominator], codes, filter, '{}', definition -> 'only', months[1], rule_sets[1], load_id);
    ELSIF codes && ignored THEN
        kept := ARRAY(SELECT 'k' || place FROM unnest(codes) WITH ORDINALITY AS u (c, place) WHERE c <> ALL (ignored) ORDER BY place);
        parts := format(E'  SELECT n.bucket, %6$sn.n, coalesce(d.d, 0)\n  FROM (%2$s) AS n (bucket, %1$sn)\n  LEFT JOIN (%3$s) AS d (bucket, %4$sd) ON d.bucket = n.bucket%5$s',
            keys,
            dw.indicator_part(facts[1], ARRAY[numerator], codes, filter, '{}', definition -> 'only', months[1], rule_sets[1], load_id),
            dw.indicator_part(facts[2], ARRAY[denominator], ARRAY(SELECT c FROM unnest(codes) WITH ORDINALITY AS u (c, place) WHERE c <> ALL (ignored) ORDER BY place),
                filter, ignored, NULL, months[2], rule_sets[2], load_id),
            (SELECT string_agg(k || ', ', '') FROM unnest(kept) AS k),
            (SELECT string_agg(format(' AND d.%1$s IS NOT DISTINCT FROM n.%1$s', k), '') FROM unnest(kept) AS k),
            (SELECT string_agg(format('n.k%s, ', place), '' ORDER BY place) FROM generate_subscripts(codes, 1) AS place));
    ELSE
        parts := format(E'  SELECT bucket, %1$sn, 0 FROM (%2$s) AS p (bucket, %1$sn)\n  UNION ALL\n  SELECT bucket, %1$s0, d FROM (%3$s) AS p (bucket, %1$sd)',
            keys,
            dw.indicator_part(facts[1], ARRAY[numerator], codes, filter, '{}', definition -> 'only', months[1], rule_sets[1], load_id),
            dw.indicator_part(facts[2], ARRAY[denominator], codes, filter, ignored, NULL, months[2], rule_sets[2], load_id));
    END IF;
    RETURN dw.indicator_result(definition, codes, buckets, parts, rule_set_id, 'member_count' = ANY (facts), load_id, subtotals);
END $$;
COMMENT ON FUNCTION dw.indicator_statement IS 'The statement that gives the rows of mart.indicator_value.';
