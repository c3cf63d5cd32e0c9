-- Nothing ties a person to a committee yet when the person is entered.
CREATE OR REPLACE FUNCTION graph.person_take_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('role') = 'api_committee' THEN
        NEW.place := (nullif(current_setting('sp.scope', true), '')::bigint[])[1];
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION graph.person_take_place IS 'Keeps in which committee''s office a person was entered.';
CREATE OR REPLACE TRIGGER person_take_place BEFORE INSERT ON graph.person FOR EACH ROW EXECUTE FUNCTION graph.person_take_place();
