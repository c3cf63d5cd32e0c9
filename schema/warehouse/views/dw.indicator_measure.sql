CREATE OR REPLACE FUNCTION dw.indicator_measure(part jsonb, aggregate text, period_end text) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    condition record;
    conditions text[] := '{}';
    columns text[] := ARRAY[coalesce(part ->> 'sum', part ->> 'count')];
BEGIN
    IF aggregate IS NOT NULL THEN
        -- measure_condition, as aggregates name their sums.
        FOR condition IN SELECT * FROM jsonb_each(coalesce(part -> 'where', '{}')) LOOP
            IF jsonb_typeof(condition.value) = 'object' THEN
                RETURN NULL;
            END IF;
            columns := ARRAY(
                SELECT c || '_' || CASE WHEN v = '1' THEN condition.key ELSE lower(v #>> '{}') END
                FROM unnest(columns) AS c CROSS JOIN jsonb_path_query(condition.value, '$[*]') AS v);
        END LOOP;
        IF EXISTS (SELECT FROM unnest(columns) AS c WHERE NOT EXISTS (
            SELECT FROM pg_attribute AS a WHERE a.attrelid = to_regclass('dw.' || aggregate) AND a.attname = c AND NOT a.attisdropped)) THEN
            RETURN NULL;
        END IF;
        RETURN 'coalesce(sum(' || (SELECT string_agg('f.' || quote_ident(c), ' + ') FROM unnest(columns) AS c) || '), 0)';
    END IF;
    FOR condition IN SELECT * FROM jsonb_each(coalesce(part -> 'where', '{}')) LOOP
        conditions := conditions || CASE jsonb_typeof(condition.value)
            WHEN 'object' THEN format('f.%I BETWEEN 1 AND %s', condition.key, period_end)
            WHEN 'array' THEN format('f.%I = ANY (%L)', condition.key, ARRAY(SELECT jsonb_array_elements_text(condition.value)))
            ELSE format('f.%I = %L', condition.key, condition.value #>> '{}') END;
    END LOOP;
    RETURN format('coalesce(%s%s, 0)',
        CASE WHEN part ? 'count' THEN 'count(*)' ELSE format('sum(f.%I)', part ->> 'sum') END,
        CASE WHEN cardinality(conditions) > 0 THEN ' FILTER (WHERE ' || array_to_string(conditions, ' AND ') || ')' ELSE '' END);
END $$;
COMMENT ON FUNCTION dw.indicator_measure IS 'The sum that a part of an indicator asks for, over a fact or one of its aggregates; null where the aggregate does not have it.';
