CREATE OR REPLACE FUNCTION graph.record_audit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    who text := coalesce(nullif(current_setting('graph.actor', true), ''), session_user);
    event_id bigint;
BEGIN
    CASE TG_TABLE_NAME
        WHEN 'change' THEN
            INSERT INTO graph.audit_event (actor, action, subject, detail)
            VALUES (NEW.actor, 'MUTATION', NEW.mutation,
                jsonb_build_object('change', NEW.id, 'type', NEW.subject_type, 'id', NEW.subject_id, 'input', NEW.input_hash))
            RETURNING id INTO event_id;
        WHEN 'import_run' THEN
            INSERT INTO graph.audit_event (actor, action, subject, detail)
            VALUES (who, 'IMPORT', NEW.kind, jsonb_build_object('import', NEW.id, 'file', NEW.source_checksum, 'committee', NEW.committee_id,
                'read', NEW.read_count, 'inserted', NEW.inserted_count, 'updated', NEW.updated_count))
            RETURNING id INTO event_id;
        ELSE
            IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN
                RETURN NULL;
            END IF;
            INSERT INTO graph.audit_event (actor, action, subject, detail)
            VALUES (who, 'RULE_SET', coalesce(NEW.code, OLD.code), jsonb_build_object('change', TG_OP, 'before', OLD.checksum, 'after', NEW.checksum))
            RETURNING id INTO event_id;
    END CASE;
    INSERT INTO graph.audit_unsealed (event_id) VALUES (event_id);
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.record_audit IS 'Records what was done, in the transaction that does it.';
CREATE OR REPLACE TRIGGER change_is_audited AFTER INSERT ON graph.change FOR EACH ROW EXECUTE FUNCTION graph.record_audit();
CREATE OR REPLACE TRIGGER import_run_is_audited AFTER INSERT ON graph.import_run FOR EACH ROW EXECUTE FUNCTION graph.record_audit();
CREATE OR REPLACE TRIGGER rule_set_is_audited AFTER INSERT OR UPDATE OR DELETE ON graph.rule_set FOR EACH ROW EXECUTE FUNCTION graph.record_audit();
