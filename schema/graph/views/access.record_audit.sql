-- Says what became of accounts, grants and tokens, and tells services that hold connections open. Whoever does it sets graph.actor; without it the login
-- of the database is named. No secret and no hash is written.
CREATE OR REPLACE FUNCTION access.record_audit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    who text := coalesce(nullif(current_setting('graph.actor', true), ''), session_user);
    was jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) ELSE '{}' END;
    now_is jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) ELSE '{}' END;
    hidden text[] := ARRAY['hash', 'display_name', 'password_hash', 'totp_key', 'security_stamp', 'failed_count', 'locked_until', 'totp_step', 'last_used_at'];
    row_is jsonb := CASE WHEN TG_OP = 'DELETE' THEN was ELSE now_is END;
    account bigint := CASE TG_TABLE_NAME WHEN 'account' THEN (row_is ->> 'id')::bigint WHEN 'role_grant' THEN (row_is ->> 'account_id')::bigint
        ELSE (SELECT g.account_id FROM access.role_grant AS g WHERE g.id = (row_is ->> 'grant_id')::bigint) END;
    changed text[] := ARRAY(SELECT key FROM jsonb_object_keys(was || now_is) AS key WHERE was -> key IS DISTINCT FROM now_is -> key ORDER BY key);
    event_id bigint;
BEGIN
    IF TG_OP = 'UPDATE' AND changed <@ ARRAY['failed_count', 'locked_until', 'totp_step', 'last_used_at'] THEN
        RETURN NULL;
    END IF;
    PERFORM pg_notify('access_changed', account::text);
    -- What tokens of this account hold open ends with its roles.
    PERFORM pg_notify('access_changed', g.account_id::text) FROM access.role_grant AS g JOIN access.role_grant AS p ON p.id = g.derived_from
    WHERE p.account_id = account;
    INSERT INTO graph.audit_event (actor, action, subject, detail)
    VALUES (who, upper(TG_TABLE_NAME), coalesce(row_is ->> 'name', row_is ->> 'role'),
        jsonb_strip_nulls(jsonb_build_object('change', TG_OP, 'account', account, 'fields', changed, 'row', row_is - hidden)))
    RETURNING id INTO event_id;
    INSERT INTO graph.audit_unsealed (event_id) VALUES (event_id);
    RETURN NULL;
END $$;
COMMENT ON FUNCTION access.record_audit IS 'Records what became of accounts, grants and tokens, and tells services on the channel access_changed.';
CREATE OR REPLACE TRIGGER account_is_audited AFTER INSERT OR UPDATE OR DELETE ON access.account FOR EACH ROW EXECUTE FUNCTION access.record_audit();
CREATE OR REPLACE TRIGGER role_grant_is_audited AFTER INSERT OR UPDATE OR DELETE ON access.role_grant FOR EACH ROW EXECUTE FUNCTION access.record_audit();
CREATE OR REPLACE TRIGGER token_is_audited AFTER INSERT OR UPDATE OR DELETE ON access.token FOR EACH ROW EXECUTE FUNCTION access.record_audit();
