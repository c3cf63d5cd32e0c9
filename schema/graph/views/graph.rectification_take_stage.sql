CREATE OR REPLACE FUNCTION graph.rectification_take_stage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE graph.rectification SET stage = NEW.to_stage WHERE id = NEW.rectification_id AND stage <> NEW.to_stage;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.rectification_take_stage IS 'The stage of a rectification is the last one of its history.';
