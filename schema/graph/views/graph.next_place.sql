-- The number behind the last one that stands below: numbers are not given anew while a later one stands.
CREATE OR REPLACE FUNCTION graph.next_place(upper bigint, shift int) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    -- The sign's bit is no part of the highest level.
    children CONSTANT bigint := CASE WHEN shift = 48 THEN 32766 ELSE 65535 END;
    last bigint;
BEGIN
    SELECT (max(c.place) >> shift) & 65535 INTO last FROM graph.committee AS c
    WHERE shift = 48 OR (c.place >= upper AND c.place < upper + (1::bigint << (shift + 16)));
    last := coalesce(last, 0) + 1;
    IF last > children THEN
        RAISE EXCEPTION 'more than % committees would stand beside each other', children
            USING ERRCODE = 'check_violation', CONSTRAINT = 'committee_place_children';
    END IF;
    RETURN coalesce(upper, 0) | (last << shift);
END $$;
COMMENT ON FUNCTION graph.next_place IS 'The next free place below a committee, by how many bits stand behind its level.';
