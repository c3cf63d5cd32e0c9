-- The same words as the argument where of GraphQL: eq, neq, in, nin, contains, startsWith, endsWith, with and, or, not. A negated one also
-- finds what is not known.
CREATE OR REPLACE FUNCTION dw.indicator_condition(filter jsonb, is_aggregate boolean, ignored text[]) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    part record;
    operation record;
    item jsonb;
    dimension record;
    name text;
    condition text;
    conditions text[] := '{}';
    alternatives text[];
BEGIN
    FOR part IN SELECT * FROM jsonb_each(filter) LOOP
        CONTINUE WHEN part.value = 'null';
        IF part.key = 'and' THEN
            FOR item IN SELECT * FROM jsonb_array_elements(part.value) LOOP
                conditions := conditions || dw.indicator_condition(item, is_aggregate, ignored);
            END LOOP;
            CONTINUE;
        ELSIF part.key IN ('or', 'not') THEN
            IF dw.indicator_filter(jsonb_build_object(part.key, part.value)) && ignored THEN
                PERFORM dw.refuse('SP-INDICATOR-012', format('This indicator''s denominator takes no notice of %s, so it cannot stand within "%s".',
                    array_to_string(ignored, ', '), part.key), 'Filter by it beside the other conditions.');
            END IF;
            IF part.key = 'not' THEN
                conditions := conditions || format('(%s) IS NOT TRUE', dw.indicator_condition(part.value, is_aggregate, ignored));
            ELSE
                alternatives := ARRAY(SELECT dw.indicator_condition(a, is_aggregate, ignored) FROM jsonb_array_elements(part.value) AS a);
                -- An empty "or" restricts nothing.
                CONTINUE WHEN cardinality(alternatives) = 0;
                conditions := conditions || ('(' || array_to_string(alternatives, ' OR ') || ')');
            END IF;
            CONTINUE;
        END IF;
        SELECT d.code, d.type, CASE WHEN is_aggregate THEN d.in_aggregate ELSE d.expression END AS value INTO dimension
        FROM dw.dimension AS d WHERE d.field = part.key;
        CONTINUE WHEN dimension.code = ANY (ignored);
        IF jsonb_typeof(part.value) <> 'object' THEN
            PERFORM dw.refuse('SP-INDICATOR-013', format('"%s" must be compared by an object, not by %s.', part.key, left(part.value::text, 60)),
                format('Such as {"%s": {"eq": …}}.', part.key));
        END IF;
        FOR operation IN SELECT * FROM jsonb_each(part.value) LOOP
            IF operation.key IN ('and', 'or') AND jsonb_typeof(operation.value) = 'array' THEN
                alternatives := ARRAY(
                    SELECT dw.indicator_condition(jsonb_build_object(part.key, a), is_aggregate, ignored) FROM jsonb_array_elements(operation.value) AS a);
                CONTINUE WHEN cardinality(alternatives) = 0;
                conditions := conditions || ('(' || array_to_string(alternatives, CASE operation.key WHEN 'or' THEN ' OR ' ELSE ' AND ' END) || ')');
                CONTINUE;
            END IF;
            name := CASE WHEN operation.key LIKE 'n%' THEN substr(operation.key, 2) ELSE operation.key END;
            -- A null beside any operation but these restricts nothing, as in GraphQL.
            CONTINUE WHEN operation.value = 'null' AND name <> 'eq';
            IF name = 'in' AND jsonb_typeof(operation.value) <> 'array'
                OR name <> ALL (CASE dimension.type WHEN 'text' THEN ARRAY['eq', 'in', 'contains', 'startsWith', 'endsWith'] WHEN 'bigint' THEN ARRAY['eq', 'in']
                    ELSE ARRAY['eq', 'in', 'gt', 'gte', 'lt', 'lte'] END)
                OR EXISTS (SELECT FROM jsonb_path_query(operation.value, '$[*]') AS v WHERE v <> 'null' AND v #>> '{}' !~ CASE dimension.type
                    WHEN 'bigint' THEN '^-?[0-9]{1,18}$' WHEN 'numeric' THEN '^-?[0-9]{1,12}([.][0-9]{1,9})?$' WHEN 'date' THEN '^[0-9]{4}-[01][0-9]-[0-3][0-9]$' ELSE '' END) THEN
                PERFORM dw.refuse('SP-INDICATOR-014', format('"%s" cannot be compared by "%s" with %s.', part.key, operation.key, left(operation.value::text, 60)),
                    CASE dimension.type WHEN 'bigint' THEN 'It is a number: eq, neq, in, nin.'
                         WHEN 'numeric' THEN 'It is a number: eq, in, gt, gte, lt, lte and their negations with n.'
                         WHEN 'date' THEN 'It is a day: eq, in, gt, gte, lt, lte and their negations with n.'
                         ELSE 'It is a text: eq, neq, in, nin, contains, startsWith, endsWith and their negations with n.' END);
            END IF;
            condition := CASE
                WHEN operation.value = 'null' THEN format('%s IS NULL', dimension.value)
                -- Without nullif an index finds it; what is looked for is never empty.
                WHEN name = 'eq' THEN format('%s = %L::%s', regexp_replace(dimension.value, 'nullif\((.*), ''''\)', '\1'), operation.value #>> '{}', dimension.type)
                WHEN name = 'in' THEN format('%s = ANY (%L::%s[])', regexp_replace(dimension.value, 'nullif\((.*), ''''\)', '\1'), ARRAY(SELECT jsonb_array_elements_text(operation.value)), dimension.type)
                WHEN name IN ('gt', 'gte', 'lt', 'lte') THEN format('%s %s %L::%s', dimension.value,
                    CASE name WHEN 'gt' THEN '>' WHEN 'gte' THEN '>=' WHEN 'lt' THEN '<' ELSE '<=' END, operation.value #>> '{}', dimension.type)
                WHEN name = 'contains' THEN format('strpos(%s, %L) > 0', dimension.value, operation.value #>> '{}')
                WHEN name = 'startsWith' THEN format('starts_with(%s, %L)', dimension.value, operation.value #>> '{}')
                ELSE format('right(%1$s, length(%2$L)) = %2$L', dimension.value, operation.value #>> '{}') END;
            conditions := conditions || CASE WHEN operation.key LIKE 'n%' THEN format('(%s) IS NOT TRUE', condition) ELSE condition END;
        END LOOP;
    END LOOP;
    RETURN coalesce(nullif(array_to_string(conditions, ' AND '), ''), 'true');
END $$;
COMMENT ON FUNCTION dw.indicator_condition IS 'A filter as a condition on the rows of a fact, or of one of its aggregates; what is ignored restricts nothing.';
