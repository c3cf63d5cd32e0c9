-- A past begins where the present ends: the member's row is locked, so that nobody moves that day meanwhile.
CREATE OR REPLACE FUNCTION graph.member_past_is_over() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    since date;
BEGIN
    EXECUTE format('SELECT %I FROM graph.member WHERE id = $1 FOR NO KEY UPDATE', TG_ARGV[0]) INTO since USING NEW.member_id;
    IF since IS NULL OR upper(NEW.valid_during) > since THEN
        RAISE EXCEPTION 'what member % was before would reach into what it is now', NEW.member_id
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_is_over';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION graph.member_past_is_over IS 'Refuses a past that does not end on or before the first day of the present.';
