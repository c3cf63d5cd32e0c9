-- A foreign key is checked whatever policies say: without this a row could be tied to one that its writer does not see, and would tell whether that is there.
-- It is answered as the foreign key answers a key of nothing. WITH CHECK cannot do it: what stands there may lead out of sight, and stays when the rest of
-- the row changes; and a person would be in sight by the very row that is written.
CREATE OR REPLACE FUNCTION graph.refuse_out_of_sight() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RAISE foreign_key_violation USING
        MESSAGE = format('insert or update on table "%s" violates foreign key constraint "%s"', TG_TABLE_NAME, TG_ARGV[0]),
        SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = TG_ARGV[0];
END $$;
COMMENT ON FUNCTION graph.refuse_out_of_sight IS 'Answers a foreign key to a row out of sight as one to no row.';
-- Before the row is there, and by their names before other triggers, which would tell of the key. Loads and whoever sees everything pay for a look at the role's name.
DO $$
DECLARE
    one record;
    scoped CONSTANT text := 'current_user IN (''api_committee'', ''api_branch'')';
BEGIN
    FOR one IN
        SELECT f.conname, t.relname, o.relname AS other, a.attname AS key
        FROM pg_constraint AS f
        JOIN pg_class AS t ON t.oid = f.conrelid
        JOIN pg_class AS o ON o.oid = f.confrelid AND o.relrowsecurity
        CROSS JOIN LATERAL unnest(f.conkey, f.confkey) AS pair (own, other)
        JOIN pg_attribute AS a ON a.attrelid = f.conrelid AND a.attnum = pair.own
        JOIN pg_attribute AS i ON i.attrelid = f.confrelid AND i.attnum = pair.other AND i.attname = 'id'
        WHERE f.contype = 'f' AND t.relnamespace = 'graph'::regnamespace AND o.relnamespace = 'graph'::regnamespace
    LOOP
        EXECUTE format(
            'CREATE OR REPLACE TRIGGER %1$I BEFORE INSERT ON graph.%2$I FOR EACH ROW '
            'WHEN (%3$s AND NEW.%4$I IS NOT NULL AND NOT graph.is_in_sight(%5$L, NEW.%4$I)) EXECUTE FUNCTION graph.refuse_out_of_sight(%6$L)',
            'a_seen_' || left(one.conname, 50), one.relname, scoped, one.key, one.other, one.conname);
        EXECUTE format(
            'CREATE OR REPLACE TRIGGER %1$I BEFORE UPDATE OF %4$I ON graph.%2$I FOR EACH ROW '
            'WHEN (%3$s AND NEW.%4$I IS DISTINCT FROM OLD.%4$I AND NEW.%4$I IS NOT NULL AND NOT graph.is_in_sight(%5$L, NEW.%4$I)) '
            'EXECUTE FUNCTION graph.refuse_out_of_sight(%6$L)',
            'a_seen_anew_' || left(one.conname, 50), one.relname, scoped, one.key, one.other, one.conname);
    END LOOP;
END $$;
