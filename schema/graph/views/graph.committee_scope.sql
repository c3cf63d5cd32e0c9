-- Shows places alone, so its rows are everybody's who may read it: a scope is found before anything is seen. A view, not a function that runs as its owner:
-- entering one and leaving it again, with a search path of its own, cost a request twice as much as finding the scope.
CREATE OR REPLACE VIEW graph.committee_scope AS
SELECT c.id AS committee_id, '{' || c.place || ',' || c.place + CASE
        WHEN c.place & ((1::bigint << 48) - 1) = 0 THEN 1::bigint << 48
        WHEN c.place & ((1::bigint << 32) - 1) = 0 THEN 1::bigint << 32
        WHEN c.place & 65535 = 0 THEN 65536
        ELSE 1
    END || '}' AS scope
FROM graph.committee AS c;
COMMENT ON VIEW graph.committee_scope IS 'The places of a committee and of those below it today, for the setting sp.scope.';
COMMENT ON COLUMN graph.committee_scope.committee_id IS 'The committee.';
COMMENT ON COLUMN graph.committee_scope.scope IS 'Its place, and the first one behind it and those below it.';
