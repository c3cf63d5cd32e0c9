-- Runs as its owner: what is seen is found before anything is seen. The tree is the graph's of today; a warehouse of its own has the one of its last load.
CREATE OR REPLACE FUNCTION dw.seen(what text) RETURNS bigint[]
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    role CONSTANT text := current_setting('role');
    scope bigint[] := nullif(current_setting('sp.scope', true), '')::bigint[];
    committee bigint;
    ids bigint[] := '{}';
BEGIN
    IF role = 'api_branch' THEN
        IF what IN ('BRANCH', 'COUNTED') THEN
            RETURN coalesce(scope, '{}');
        ELSIF what = 'SOCIETY' THEN
            ids := ARRAY(SELECT s.society_id FROM graph.branch_society AS s WHERE width_bucket(s.branch_id, scope) & 1 <> 0);
        ELSIF what = 'NAMED' THEN
            ids := ARRAY(SELECT b.committee_id FROM graph.branch AS b WHERE width_bucket(b.id, scope) & 1 <> 0);
        END IF;
    ELSIF what = 'SELF' THEN
        ids := CASE WHEN role = 'api_committee' THEN ARRAY(SELECT c.id FROM graph.committee AS c WHERE c.place = scope[1])
            WHEN role NOT LIKE 'api\_%' THEN ARRAY(SELECT r.committee_id FROM access.reader AS r WHERE r.name = session_user) END;
    ELSIF what IN ('COMMITTEE', 'NAMED', 'COUNTED') THEN
        IF role = 'api_committee' THEN
            -- Who sees all committees sees all numbers: nothing is to be looked up. Who sees none has no borders.
            IF cardinality(scope) = 2
                -- The ends of the index: a search for a committee outside would read all of them.
                AND (SELECT min(c.place) FROM graph.committee AS c) >= scope[1]
                AND (SELECT max(c.place) FROM graph.committee AS c) < scope[2]
            THEN
                RETURN ARRAY[1, 9223372036854775807];
            END IF;
            ids := ARRAY(SELECT c.id FROM graph.committee AS c WHERE c.place >= scope[1] AND c.place < scope[2]);
        ELSIF role NOT LIKE 'api\_%' THEN
            committee := (SELECT r.committee_id FROM access.reader AS r WHERE r.name = session_user);
            IF to_regclass('meta.source_table') IS NULL THEN
                scope := graph.scope_of_committee(committee)::bigint[];
                ids := ARRAY(SELECT c.id FROM graph.committee AS c WHERE c.place >= scope[1] AND c.place < scope[2]);
            ELSE
                ids := ARRAY(SELECT t.committee_id FROM dw.bridge_committee AS t
                    WHERE t.ancestor_id = committee AND t.valid_from <= dw.today() AND dw.today() < t.valid_to);
            END IF;
        END IF;
        IF what = 'COUNTED' THEN
            ids := ARRAY(SELECT b.branch_id FROM dw.dim_branch AS b WHERE b.committee_id = ANY (ids));
        END IF;
    END IF;
    -- Neighbours are one range.
    RETURN ARRAY(
        SELECT b.at FROM (
            SELECT min(n.id) AS first, max(n.id) + 1 AS behind
            FROM (SELECT i.id, i.id - row_number() OVER (ORDER BY i.id) AS island FROM (SELECT DISTINCT u.id FROM unnest(ids) AS u (id)) AS i) AS n
            GROUP BY n.island
        ) AS r CROSS JOIN LATERAL unnest(ARRAY[r.first, r.behind]) AS b (at) ORDER BY b.at);
END $$;
COMMENT ON FUNCTION dw.seen IS 'Whose rows the session sees, as sorted borders of keys, inside behind an odd number of them: COMMITTEE (whose numbers are its own), BRANCH and SOCIETY (of a branch''s own), COUNTED (branches whose people are counted), NAMED (committees whose names it reads), SELF (the committee that asks, without those below it).';
