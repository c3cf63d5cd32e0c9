CREATE OR REPLACE FUNCTION dw.indicator_filter(filter jsonb) RETURNS text[]
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    part record;
    item jsonb;
    codes text[] := '{}';
    code text;
BEGIN
    IF jsonb_typeof(filter) <> 'object' THEN
        PERFORM dw.refuse('SP-INDICATOR-010', format('A filter must be an object, not %s.', left(filter::text, 60)), 'Such as {"category": {"in": ["A", "B"]}}.');
    END IF;
    FOR part IN SELECT * FROM jsonb_each(filter) LOOP
        IF part.key IN ('and', 'or') AND jsonb_typeof(part.value) = 'array' THEN
            FOR item IN SELECT * FROM jsonb_array_elements(part.value) LOOP
                codes := codes || dw.indicator_filter(item);
            END LOOP;
        ELSIF part.key = 'not' THEN
            codes := codes || dw.indicator_filter(part.value);
        ELSIF part.value <> 'null' THEN
            code := (SELECT d.code FROM dw.dimension AS d WHERE d.field = part.key);
            IF code IS NULL THEN
                PERFORM dw.refuse('SP-INDICATOR-011', format('A filter has no "%s".', left(part.key, 60)),
                    'It has and, or, not, ' || (SELECT string_agg(d.field, ', ') FROM dw.dimension AS d) || '.');
            END IF;
            codes := codes || code;
        END IF;
    END LOOP;
    RETURN ARRAY(SELECT DISTINCT u FROM unnest(codes) AS u ORDER BY u);
END $$;
COMMENT ON FUNCTION dw.indicator_filter IS 'Codes of the dimensions that a filter names; a name that there is not is an error.';
