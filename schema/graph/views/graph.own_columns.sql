-- A place is carried along by foreign keys, whose triggers fire when the change that carried it is over.
CREATE OR REPLACE FUNCTION graph.own_columns(relation oid) RETURNS text LANGUAGE sql STABLE
    RETURN (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute AS a
        WHERE a.attrelid = own_columns.relation AND a.attnum > 0 AND NOT a.attisdropped AND NOT (a.attname IN ('place', 'society_place') AND a.atttypid = 'bigint'::regtype));
COMMENT ON FUNCTION graph.own_columns IS 'The columns of a table that say something of its rows, as SQL: all but the place of their committee.';
