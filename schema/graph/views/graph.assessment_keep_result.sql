CREATE OR REPLACE FUNCTION graph.assessment_keep_result() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- What happens to a result: its committee moves, or a later version stands instead.
    -- Generated columns are not computed yet, and what they come from is compared.
    IF TG_OP = 'UPDATE' AND graph.is_carried() AND to_jsonb(NEW) - '{place,total_score}'::text[] = to_jsonb(OLD) - '{place,total_score}'::text[] THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.is_current AND NOT NEW.is_current
        AND to_jsonb(NEW) - '{is_current,total_score}'::text[] = to_jsonb(OLD) - '{is_current,total_score}'::text[] THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the result of branch % for % is issued', OLD.branch_id, OLD.year
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'assessment_is_kept', HINT = 'Correct it with a new version.';
END $$;
COMMENT ON FUNCTION graph.assessment_keep_result IS 'Refuses any change of an issued result, but that a later version takes its place.';
