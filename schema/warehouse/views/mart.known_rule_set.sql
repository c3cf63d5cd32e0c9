-- Runs as its owner: bi_reader sees no table of dw.
CREATE OR REPLACE FUNCTION mart.known_rule_set(code text) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    PERFORM dw.rule_set_named(known_rule_set.code);
    RETURN known_rule_set.code;
END $$;
COMMENT ON FUNCTION mart.known_rule_set IS 'The code as it was given; one that no rule set has is an error: WHERE rule_set_code = mart.known_rule_set(''default'').';
GRANT EXECUTE ON FUNCTION mart.known_rule_set TO bi_reader;
