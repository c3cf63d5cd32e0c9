CREATE OR REPLACE FUNCTION graph.rule_section(region char(6), section text, on_day date) RETURNS jsonb
    LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (SELECT content FROM graph.rules_in_effect(region, section, on_day));
END $$;
COMMENT ON FUNCTION graph.rule_section IS 'The section alone, null where there is none, for places that take no row.';
