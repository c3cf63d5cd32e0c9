-- Versions: what somebody read and now writes back must not undo what another wrote in between.
CREATE OR REPLACE FUNCTION graph.count_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Where columns are generated the rows always differ here, and each update counts.
    IF NEW IS DISTINCT FROM OLD THEN
        NEW.version := OLD.version + 1;
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION graph.count_version IS 'Counts the column version up on each change of a row.';
