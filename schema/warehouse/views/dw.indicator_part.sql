CREATE OR REPLACE FUNCTION dw.indicator_part(fact text, parts jsonb[], codes text[], filter jsonb, ignored text[], base jsonb, months text, rule_set bigint, load_id bigint)
RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    used text[] := ARRAY(SELECT DISTINCT u FROM unnest(codes || dw.indicator_filter(filter)) AS u WHERE u <> ALL (ignored));
    period_end text := 'b.end_key';
    aggregate text;
    sums text[];
    keys text[];
    joins text := '';
    sources text[];
    conditions text[] := '{}';
    rows text;
BEGIN
    -- The smallest aggregate that has every key and every sum; what an earlier load knew is in facts alone, and so is what one committee may see.
    IF load_id IS NULL AND dw.sees_everything() THEN
        SELECT a.name INTO aggregate
        FROM (SELECT unnest(w.aggregates) AS name FROM dw.fact AS w WHERE w.name = fact) AS a
        WHERE NOT EXISTS (
                SELECT FROM unnest(used) AS u JOIN dw.dimension AS d ON d.code = u
                WHERE d.in_aggregate IS NULL
                   OR NOT EXISTS (SELECT FROM pg_attribute AS t WHERE t.attrelid = to_regclass('dw.' || a.name)
                        AND t.attname = coalesce(substring(d.in_aggregate FROM 'f\.(\w+)'), d.needs)))
          AND NOT EXISTS (SELECT FROM unnest(parts) AS p WHERE dw.indicator_measure(p, a.name, period_end) IS NULL)
        LIMIT 1;
    END IF;
    sums := ARRAY(SELECT dw.indicator_measure(p, aggregate, period_end) FROM unnest(parts) AS p);
    keys := ARRAY(
        SELECT CASE WHEN aggregate IS NULL THEN d.expression ELSE d.in_aggregate END
        FROM unnest(codes) WITH ORDINALITY AS c (code, place) JOIN dw.dimension AS d ON d.code = c.code ORDER BY c.place);
    sources := ARRAY(SELECT DISTINCT d.source FROM dw.dimension AS d WHERE d.code = ANY (used) AND (aggregate IS NULL OR d.source IN ('tree', 'scheme_item')));
    -- A row counts whether or not its caller sees the name of the committee, society or branch.
    IF 'committee' = ANY (sources) THEN
        joins := joins || E'\n    LEFT JOIN dw.dim_committee AS c ON c.committee_key = f.committee_key';
    END IF;
    IF 'society' = ANY (sources) THEN
        joins := joins || E'\n    LEFT JOIN dw.dim_society AS s ON s.society_key = f.society_key';
    END IF;
    IF 'branch' = ANY (sources) THEN
        joins := joins || E'\n    LEFT JOIN dw.dim_branch AS o ON o.branch_key = f.branch_key';
    END IF;
    IF 'scheme_item' = ANY (sources) THEN
        joins := joins || E'\n    JOIN dw.dim_scheme_item AS i ON i.scheme_item_key = f.scheme_item_key';
    END IF;
    IF 'tree' = ANY (sources) THEN
        joins := joins || format(E'\n    JOIN (%s) AS t ON t.committee_id = f.committee_id AND t.valid_from <= b.day AND b.day < t.valid_to', dw.bridge_known(load_id));
    END IF;
    IF rule_set IS NOT NULL THEN
        conditions := conditions || format('f.rule_set_id = %s', rule_set);
    END IF;
    conditions := conditions || nullif(dw.indicator_condition(filter, aggregate IS NOT NULL, ignored), 'true');
    -- Where its keys are asked for, what the indicator is not about stays out.
    IF base IS NOT NULL AND EXISTS (SELECT FROM dw.dimension AS d WHERE d.code = ANY (used) AND base ? d.needs) THEN
        conditions := conditions || (
            SELECT string_agg(format('f.%I = ANY (%L)', e.key, ARRAY(SELECT v #>> '{}' FROM jsonb_path_query(e.value, '$[*]') AS v)), ' AND ')
            FROM jsonb_each(base) AS e);
    END IF;
    rows := CASE WHEN aggregate IS NULL THEN '(' || dw.fact_rows(fact, load_id) || ')'
        ELSE format('(SELECT * FROM dw.%I WHERE generation = %s)', aggregate, (SELECT p.generation FROM dw.published AS p)) END;
    RETURN format(
        E'SELECT b.bucket%s, %s\n    FROM (VALUES %s) AS b (month_key, bucket, day, end_key)\n    JOIN %s AS f ON f.%s%s\n    WHERE %s\n    GROUP BY b.bucket%s',
        (SELECT string_agg(format(', %s AS k%s', k, place), '' ORDER BY place) FROM unnest(keys) WITH ORDINALITY AS u (k, place)),
        array_to_string(sums, ', '), months, rows,
        CASE WHEN fact LIKE 'assessment%' AND aggregate IS DISTINCT FROM 'agg_assessment_province' THEN 'year = b.month_key / 10000' ELSE 'month_key = b.month_key' END, joins,
        coalesce(nullif(array_to_string(array_remove(conditions, NULL), ' AND '), ''), 'true'),
        (SELECT string_agg(', ' || k, '' ORDER BY place) FROM unnest(keys) WITH ORDINALITY AS u (k, place)));
END $$;
COMMENT ON FUNCTION dw.indicator_part IS 'Sums of a fact, or of an aggregate that has them, by bucket and keys, as a query.';
