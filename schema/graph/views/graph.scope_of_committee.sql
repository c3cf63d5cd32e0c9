-- Runs as its owner: a scope is found before anything is seen. Whose scope a caller may have, the service decides. In plpgsql, whose plan a session keeps: as SQL,
-- planned anew for each request, it cost four times as much.
CREATE OR REPLACE FUNCTION graph.scope_of_committee(committee bigint) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN coalesce((
        SELECT format('{%s,%s}', c.place, c.place + CASE
            WHEN c.place & ((1::bigint << 48) - 1) = 0 THEN 1::bigint << 48
            WHEN c.place & ((1::bigint << 32) - 1) = 0 THEN 1::bigint << 32
            WHEN c.place & 65535 = 0 THEN 65536
            ELSE 1
        END)
        FROM graph.committee AS c WHERE c.id = scope_of_committee.committee), '{}');
END $$;
COMMENT ON FUNCTION graph.scope_of_committee IS 'The places of a committee and of those below it today, for the setting sp.scope; {} where there is no such committee.';
