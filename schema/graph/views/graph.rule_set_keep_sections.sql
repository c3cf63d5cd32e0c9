CREATE OR REPLACE FUNCTION graph.rule_set_keep_sections() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM graph.rule_set_section WHERE rule_set_id = NEW.id;
    INSERT INTO graph.rule_set_section (section, rule_set_id, rule_set_code, region_code, is_default, effective_from, effective_to, content)
    SELECT part.key, NEW.id, NEW.code, NEW.region_code, NEW.is_default, NEW.effective_from, NEW.effective_to, part.value
    FROM jsonb_each(NEW.content) AS part
    WHERE jsonb_typeof(part.value) = 'object' AND part.key <> 'document';
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.rule_set_keep_sections IS 'Keeps graph.rule_set_section what graph.rule_set says.';
