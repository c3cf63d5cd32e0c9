CREATE OR REPLACE FUNCTION access.tell_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('access_changed', OLD.account_id::text);
    RETURN NULL;
END $$;
COMMENT ON FUNCTION access.tell_session IS 'Tells services that hold connections open that a session is over or has another role.';
CREATE OR REPLACE TRIGGER session_tells AFTER DELETE OR UPDATE OF grant_id ON access.session FOR EACH ROW EXECUTE FUNCTION access.tell_session();
