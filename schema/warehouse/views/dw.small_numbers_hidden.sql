-- Groups of people → those that may be told. Fewer than five are hidden; and where one hidden group, or fewer than five people in several, would
-- be what the others leave of a sum (over all, or along one key), the next smallest goes, too. Twice, because what is hidden along one key can leave another alone.
CREATE OR REPLACE FUNCTION dw.small_numbers_hidden(groups text, keys text[]) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    told text := format('SELECT g.*, g.members < 5 AS is_hidden FROM (%s) AS g WHERE g.members > 0', groups);
    slice text;
    columns text := 'bucket, day, members' || coalesce((SELECT string_agg(', ' || k, '') FROM unnest(keys) AS k), '');
BEGIN
    FOR i IN 1 .. CASE WHEN cardinality(keys) = 0 THEN 0 ELSE 2 END LOOP
        FOR left_out IN 0 .. CASE WHEN cardinality(keys) = 1 THEN 0 ELSE cardinality(keys) END LOOP
            -- 0: all groups of a time; else those that differ in this key alone.
            slice := 'bucket' || CASE WHEN left_out = 0 THEN '' ELSE coalesce((
                SELECT string_agg(', ' || k, '') FROM unnest(keys) WITH ORDINALITY AS u (k, place) WHERE place <> left_out), '') END;
            told := format(
                'SELECT %1$s, is_hidden OR coalesce(hidden = 1 OR hidden_members < 5, false) AND place = 1 AS is_hidden FROM ('
                'SELECT *, count(*) FILTER (WHERE is_hidden) OVER (PARTITION BY %2$s) AS hidden, sum(members) FILTER (WHERE is_hidden) OVER (PARTITION BY %2$s) AS hidden_members, '
                'row_number() OVER (PARTITION BY %2$s, is_hidden ORDER BY members, %3$s) AS place FROM (%4$s) AS s) AS s',
                columns, slice, array_to_string(keys, ', '), told);
        END LOOP;
    END LOOP;
    RETURN told;
END $$;
COMMENT ON FUNCTION dw.small_numbers_hidden IS 'Groups of people as a query, with is_hidden for those that are not told of; groups has bucket, day, members and the keys.';
