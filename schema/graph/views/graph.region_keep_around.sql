CREATE OR REPLACE FUNCTION graph.region_keep_around() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    WITH RECURSIVE chain (code, around) AS (
        SELECT r.code, ARRAY[r.code::text] FROM graph.region AS r WHERE r.parent_code IS NULL
        UNION ALL
        SELECT r.code, r.code::text || c.around FROM chain AS c JOIN graph.region AS r ON r.parent_code = c.code
    )
    UPDATE graph.region AS r SET around = c.around FROM chain AS c WHERE c.code = r.code AND r.around <> c.around;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.region_keep_around IS 'Keeps graph.region.around what the parents say.';
