-- Counts how deep foreign keys carry a place at this moment. PostgreSQL fires a row's triggers by name and calls those of keys RI_ConstraintTrigger: one
-- trigger stands before them, one behind.
CREATE OR REPLACE FUNCTION graph.carry_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('graph.carrying',
        (coalesce(nullif(current_setting('graph.carrying', true), ''), '0')::int + TG_ARGV[0]::int)::text, true);
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.carry_place IS 'Marks what a foreign key changes while it carries a place along.';
DO $$
DECLARE
    upper text;
BEGIN
    FOREACH upper IN ARRAY ARRAY['committee', 'society', 'branch', 'assessment', 'council_term', 'leading_group'] LOOP
        EXECUTE format('CREATE OR REPLACE TRIGGER "A_carries_place" AFTER UPDATE ON graph.%I FOR EACH ROW WHEN (OLD.place <> NEW.place) '
            'EXECUTE FUNCTION graph.carry_place(''1'')', upper);
        EXECUTE format('CREATE OR REPLACE TRIGGER "S_carried_place" AFTER UPDATE ON graph.%I FOR EACH ROW WHEN (OLD.place <> NEW.place) '
            'EXECUTE FUNCTION graph.carry_place(''-1'')', upper);
    END LOOP;
END $$;
