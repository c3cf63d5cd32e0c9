CREATE OR REPLACE FUNCTION graph.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Where its committee moves, a row that is kept moves along. Generated columns are not computed yet.
    IF TG_OP = 'UPDATE' AND graph.is_carried()
        AND to_jsonb(NEW) - '{place,usual_section}'::text[] = to_jsonb(OLD) - '{place,usual_section}'::text[] THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'rows of %.% are kept as they are', TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_TABLE_NAME || '_is_kept';
END $$;
COMMENT ON FUNCTION graph.refuse_change IS 'Refuses to change or remove rows that are kept for ever.';
CREATE OR REPLACE TRIGGER mended_record_is_kept BEFORE UPDATE ON graph.mended_record FOR EACH ROW EXECUTE FUNCTION graph.refuse_change();
