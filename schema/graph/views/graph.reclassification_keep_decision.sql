CREATE OR REPLACE FUNCTION graph.reclassification_keep_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'PROPOSED' THEN
        RAISE EXCEPTION 'reclassification % is decided', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'reclassification_is_decided';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION graph.reclassification_keep_decision IS 'Refuses to change a decided proposal.';
