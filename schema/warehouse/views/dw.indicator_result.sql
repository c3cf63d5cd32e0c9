-- The rows of mart.indicator_value and mart.indicator_rows around the sums of dw.indicator_statement.
CREATE OR REPLACE FUNCTION dw.indicator_result(
    definition jsonb, codes text[], buckets text, parts text, rule_set_id bigint, is_of_people boolean, load_id bigint, subtotals boolean)
RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    keys text[] := ARRAY(SELECT 'k' || place FROM generate_subscripts(codes, 1) AS place);
    -- Fewer people than this are not told of.
    hidden text := CASE WHEN is_of_people THEN 'coalesce(g.is_hidden, false)' ELSE 'false' END;
    columns text;
    written text;
    -- Over several periods a group comes again and again: its key is written once.
    is_written_once boolean := NOT subtotals AND cardinality(codes) > 0 AND strpos(buckets, '), (') > 0;
    told text := CASE WHEN is_written_once THEN 'keyed' ELSE 'grouped' END;
BEGIN
    SELECT string_agg(coalesce('g.k' || c.place, 'NULL') || format('::%s AS %I', o.type, o.output), ', ' ORDER BY o.place)
    INTO columns
    FROM (SELECT d.output, min(d.type) AS type, min(d.place) AS place
          FROM (SELECT *, row_number() OVER () AS place FROM dw.dimension) AS d GROUP BY d.output) AS o
    LEFT JOIN (SELECT d.output, u.place FROM unnest(codes) WITH ORDINALITY AS u (code, place) JOIN dw.dimension AS d ON d.code = u.code) AS c
        ON c.output = o.output;
    written := coalesce((
        SELECT string_agg(format('%1$L, jsonb_build_object(''eq'', %2$s)', d.field, CASE WHEN is_written_once THEN format('min(k%s)', place) ELSE 'k' || place END), ', ' ORDER BY place)
        FROM unnest(codes) WITH ORDINALITY AS u (code, place) JOIN dw.dimension AS d ON d.code = u.code AND d.field IS NOT NULL), '');
    RETURN format(
        E'WITH part (bucket, %1$sn, d) AS (\n%2$s\n), grouped AS (\n  SELECT bucket, %1$ssum(n) AS n, sum(d) AS d, %3$s AS subtotal_of, %4$s\n  FROM part\n  GROUP BY %5$s\n)%14$s\n'
        'SELECT row_number() OVER (ORDER BY b.since%12$s, g.subtotal_of) AS position, b.since AS period_from, b.until AS period_to, b.as_of, %6$s,\n'
        '  CASE WHEN b.has_n AND NOT %7$s THEN coalesce(g.n, 0) END::numeric AS numerator, CASE WHEN b.has_d AND NOT %7$s THEN coalesce(g.d, 0) END::numeric AS denominator,\n'
        '  CASE WHEN b.has_n AND b.has_d AND NOT %7$s THEN trim_scale(round(g.n::numeric / nullif(g.d, 0), 6)) END AS value, %7$s AS is_suppressed,\n'
        '  coalesce(g.subtotal_of, ''{}'') AS subtotal_of, coalesce(g.key, ''{}'') AS key, %8$L::text AS rule_set_code, %9$s::bigint AS load_id\n'
        'FROM (VALUES %10$s) AS b (since, until, as_of, has_n, has_d)\n%11$s JOIN %13$s AS g ON g.bucket = b.since\nORDER BY 1',
        (SELECT string_agg(k || ', ', '' ORDER BY place) FROM unnest(keys) WITH ORDINALITY AS u (k, place)),
        parts,
        CASE WHEN subtotals AND cardinality(codes) > 0
            THEN 'array_remove(ARRAY[' || (SELECT string_agg(format('CASE WHEN grouping(%s) = 1 THEN %L END', 'k' || place, code), ', ' ORDER BY place)
                FROM unnest(codes) WITH ORDINALITY AS u (code, place)) || '], NULL)'
            ELSE '''{}''::text[]' END,
        CASE WHEN is_written_once THEN 'dense_rank() OVER (ORDER BY ' || array_to_string(keys, ', ') || ') AS place'
            WHEN subtotals THEN coalesce((
                SELECT string_agg(format('CASE WHEN grouping(%1$s) = 1 THEN ''{}'' ELSE jsonb_build_object(%2$L, jsonb_build_object(''eq'', %1$s)) END', 'k' || place, d.field), ' || ' ORDER BY place)
                FROM unnest(codes) WITH ORDINALITY AS u (code, place) JOIN dw.dimension AS d ON d.code = u.code AND d.field IS NOT NULL), '''{}''::jsonb') || ' AS key'
            ELSE format('jsonb_build_object(%s) AS key', written) END,
        CASE WHEN subtotals
            THEN 'GROUPING SETS (' || (SELECT string_agg('(' || array_to_string('bucket'::text || keys[1:n], ', ') || ')', ', ') FROM generate_series(0, cardinality(keys)) AS n) || ')'
            ELSE array_to_string('bucket'::text || keys, ', ') END,
        columns, hidden,
        -- What the rule of each committee and day decides is under no one rule set.
        CASE WHEN definition ->> 'ruleSet' = 'CHOSEN' THEN (SELECT r.code FROM dw.dim_rule_set AS r WHERE r.rule_set_id = indicator_result.rule_set_id ORDER BY r.is_current DESC LIMIT 1) END,
        coalesce(load_id, (SELECT p.load_run_id FROM dw.published AS p))::text,
        buckets,
        -- Without keys there is one group, of nothing where nothing is.
        CASE WHEN cardinality(codes) = 0 THEN 'LEFT' ELSE '' END,
        (SELECT string_agg(', g.' || k, '' ORDER BY place) FROM unnest(keys) WITH ORDINALITY AS u (k, place)),
        -- With a group that is hidden the next smallest goes, too: else it would be what the others leave of the whole.
        CASE WHEN is_of_people THEN '(SELECT *, is_small OR bool_or(is_small) OVER (PARTITION BY bucket) AND row_number() OVER (PARTITION BY bucket, is_small ORDER BY d, key) = 1 AS is_hidden '
            'FROM (SELECT *, d < 5 OR n BETWEEN 1 AND 4 OR d - n BETWEEN 1 AND 4 AS is_small FROM ' || told || ' WHERE d > 0) AS s)' ELSE told END,
        CASE WHEN is_written_once THEN format(
            E', keyed AS (\n  SELECT g.*, w.key FROM grouped AS g JOIN (SELECT place, jsonb_build_object(%s) AS key FROM grouped GROUP BY place) AS w ON w.place = g.place\n)',
            written) ELSE '' END);
END $$;
COMMENT ON FUNCTION dw.indicator_result IS 'The statement that makes rows of mart.indicator_value from sums by bucket and keys.';
