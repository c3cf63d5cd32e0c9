-- One branch a table, not a text that is put together: a plan each, which a session keeps. Volatile, so that it sees what its statement has written so far.
DO $$
DECLARE
    text_of CONSTANT text := $made$
CREATE OR REPLACE FUNCTION graph.is_in_sight(relation text, key bigint) RETURNS boolean LANGUAGE plpgsql AS $body$
BEGIN
    CASE relation {tables}
    END CASE;
END $body$
$made$;
BEGIN
    EXECUTE replace(text_of, '{tables}', (
        SELECT string_agg(format('WHEN %1$L THEN RETURN EXISTS (SELECT FROM graph.%1$I AS o WHERE o.id = key);', c.relname), ' ' ORDER BY c.relname)
        FROM pg_class AS c
        WHERE c.relnamespace = 'graph'::regnamespace AND c.relrowsecurity AND EXISTS (
            SELECT FROM pg_constraint AS f JOIN pg_attribute AS a ON a.attrelid = f.confrelid AND a.attnum = ANY (f.confkey)
            WHERE f.contype = 'f' AND f.confrelid = c.oid AND a.attname = 'id')));
END $$;
COMMENT ON FUNCTION graph.is_in_sight IS 'Whether the session sees a row that a foreign key leads to.';
