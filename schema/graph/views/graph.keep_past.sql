-- A change holds from the day that the transaction states, else from the day on which it was made.
CREATE OR REPLACE FUNCTION graph.keep_past() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    past text := TG_TABLE_NAME || '_past';
    columns text;
    day date := graph.holds_from();
BEGIN
    IF day < OLD.attributes_since THEN
        RAISE EXCEPTION '% % changed on % already, and would change on % now', TG_TABLE_NAME, OLD.id, OLD.attributes_since, day
            USING ERRCODE = 'check_violation', CONSTRAINT = 'attributes_change_is_dated',
                  HINT = 'State a day that is not before the change that is known.';
    END IF;
    NEW.attributes_since := day;
    -- What was changed on the same day is as if it had never been.
    IF day > OLD.attributes_since IS NOT FALSE THEN
        SELECT string_agg(quote_ident(name), ', ') INTO columns FROM unnest(TG_ARGV) AS name;
        EXECUTE format(
            'INSERT INTO graph.%I (%I, %s, valid_during) SELECT $1.id, %s, daterange($1.attributes_since, $2)',
            past, TG_TABLE_NAME || '_id', columns, (SELECT string_agg('$1.' || quote_ident(name), ', ') FROM unnest(TG_ARGV) AS name))
            USING OLD, day;
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER keep_past BEFORE UPDATE ON graph.society FOR EACH ROW
    WHEN ((OLD.name, OLD.kind, OLD.level, OLD.discipline_code, OLD.operating_state, OLD.committee_id)
        IS DISTINCT FROM (NEW.name, NEW.kind, NEW.level, NEW.discipline_code, NEW.operating_state, NEW.committee_id))
    EXECUTE FUNCTION graph.keep_past('name', 'kind', 'level', 'discipline_code', 'operating_state', 'committee_id');
CREATE OR REPLACE TRIGGER keep_past BEFORE UPDATE ON graph.branch FOR EACH ROW
    WHEN ((OLD.name, OLD.form, OLD.form_code, OLD.form_name, OLD.form_english_name, OLD.committee_id)
        IS DISTINCT FROM (NEW.name, NEW.form, NEW.form_code, NEW.form_name, NEW.form_english_name, NEW.committee_id))
    EXECUTE FUNCTION graph.keep_past('name', 'form', 'form_code', 'form_name', 'form_english_name', 'committee_id');
CREATE OR REPLACE TRIGGER keep_past BEFORE UPDATE ON graph.supporting_unit FOR EACH ROW
    WHEN ((OLD.name, OLD.region_code) IS DISTINCT FROM (NEW.name, NEW.region_code))
    EXECUTE FUNCTION graph.keep_past('name', 'region_code');
CREATE OR REPLACE TRIGGER keep_past BEFORE UPDATE ON graph.committee FOR EACH ROW
    WHEN ((OLD.name, OLD.region_code) IS DISTINCT FROM (NEW.name, NEW.region_code))
    EXECUTE FUNCTION graph.keep_past('name', 'region_code');
COMMENT ON FUNCTION graph.keep_past IS 'Keeps what a row was, with its days, in TABLE_past; takes the columns as arguments.';
