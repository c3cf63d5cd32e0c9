-- Follows the tree of today: asked when committees are entered or moved, and by the service when a day begins on which a move holds.
CREATE OR REPLACE FUNCTION graph.place_committees() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    levels CONSTANT int := 4;
    above bigint[];
    moved record;
BEGIN
    -- One writer of the tree at a time.
    PERFORM pg_advisory_xact_lock(hashtext('graph.committee_parent'));
    FOR depth IN 1 .. levels + 1 LOOP
        IF depth = 1 THEN
            above := ARRAY(SELECT c.id FROM graph.committee AS c
                WHERE NOT EXISTS (SELECT FROM graph.committee_parent AS p WHERE p.committee_id = c.id AND p.valid_during @> graph.today()));
        ELSE
            above := ARRAY(SELECT p.committee_id FROM graph.committee_parent AS p WHERE p.parent_id = ANY (above) AND p.valid_during @> graph.today());
        END IF;
        EXIT WHEN cardinality(above) = 0;
        IF depth > levels THEN
            RAISE EXCEPTION 'committee % would stand on level % of the tree, which has %',
                (SELECT format('%s (%s)', c.id, c.name) FROM graph.committee AS c WHERE c.id = ANY (above) ORDER BY c.id LIMIT 1), depth, levels
                USING ERRCODE = 'check_violation', CONSTRAINT = 'committee_place_levels',
                      HINT = 'Let it stand under a committee that is nearer to the top.';
        END IF;
        FOR moved IN
            SELECT c.id, u.place AS upper, 64 - 16 * depth AS shift
            FROM graph.committee AS c
            LEFT JOIN graph.committee_parent AS p ON p.committee_id = c.id AND p.valid_during @> graph.today()
            LEFT JOIN graph.committee AS u ON u.id = p.parent_id
            WHERE c.id = ANY (above)
              AND (c.place IS NULL
                OR (c.place >> (64 - 16 * depth)) & 65535 = 0
                OR c.place & ((1::bigint << (64 - 16 * depth)) - 1) <> 0
                OR (depth > 1 AND (c.place >> (80 - 16 * depth)) << (80 - 16 * depth) <> u.place))
            ORDER BY c.place, c.id
        LOOP
            -- What foreign keys carry along tells nobody, and no load (graph.is_carried).
            PERFORM set_config('graph.carrying', '1', true);
            UPDATE graph.committee SET place = graph.next_place(moved.upper, moved.shift) WHERE id = moved.id;
            PERFORM set_config('graph.carrying', '0', true);
        END LOOP;
    END LOOP;
END $$;
COMMENT ON FUNCTION graph.place_committees IS 'Gives each committee its place in today''s tree.';
