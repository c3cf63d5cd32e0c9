CREATE OR REPLACE FUNCTION dw.rule_set_named(code text) RETURNS bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    found bigint;
BEGIN
    IF rule_set_named.code IS NULL THEN
        RETURN (SELECT r.rule_set_id FROM dw.dim_rule_set AS r WHERE r.is_default ORDER BY r.is_current DESC, r.rule_set_key DESC LIMIT 1);
    END IF;
    found := (
        SELECT r.rule_set_id FROM dw.dim_rule_set AS r
        WHERE r.code = rule_set_named.code AND EXISTS (SELECT FROM mart.rule_set AS s WHERE s.code = r.code)
        ORDER BY r.is_current DESC, r.rule_set_key DESC LIMIT 1);
    IF found IS NULL THEN
        PERFORM dw.refuse('SP-INDICATOR-002', format('There is no rule set "%s" in the warehouse.', left(rule_set_named.code, 60)),
            coalesce('There are: ' || (SELECT string_agg(s.code, ', ' ORDER BY s.code) FROM mart.rule_set AS s) || '.',
                'Nothing is loaded yet.'));
    END IF;
    RETURN found;
END $$;
COMMENT ON FUNCTION dw.rule_set_named IS 'Key of the rule set with this code, of the default one for null; an unknown code is an error.';
