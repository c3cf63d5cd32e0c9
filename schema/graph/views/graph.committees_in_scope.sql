-- Not as its owner: it shows no more than its caller may see.
CREATE OR REPLACE FUNCTION graph.committees_in_scope() RETURNS bigint[]
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT ARRAY(
        SELECT c.id FROM graph.committee AS c
        WHERE c.place >= (SELECT (nullif(current_setting('sp.scope', true), '')::bigint[])[1])
          AND c.place < (SELECT (nullif(current_setting('sp.scope', true), '')::bigint[])[2]));
END;
COMMENT ON FUNCTION graph.committees_in_scope IS 'The committees in the session''s scope, where that is one range of places.';
