-- Groups of people → those that may be told. Fewer than five are hidden; and where one hidden group, or fewer than five people in several, would
-- be what the others leave of a sum (over all, or along one key), the next smallest goes, too. Several times, because what is hidden along one key can
-- leave another alone; a time of which something could still be subtracted is not told of at all.
CREATE OR REPLACE FUNCTION dw.small_numbers_hidden(groups text, keys text[]) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    told text := format('SELECT g.*, g.members < 5 AS is_hidden FROM (%s) AS g WHERE g.members > 0', groups);
    slice text;
    slices text[];
    broken text[] := '{}';
    columns text := 'bucket, day, members' || coalesce((SELECT string_agg(', ' || k, '') FROM unnest(keys) AS k), '');
BEGIN
    IF cardinality(keys) = 0 THEN
        RETURN told;
    END IF;
    -- All groups of a time; and those that differ in one key alone.
    slices := ARRAY['bucket'] || CASE WHEN cardinality(keys) > 1 THEN ARRAY(
        SELECT 'bucket' || (SELECT string_agg(', ' || k, '') FROM unnest(keys) WITH ORDINALITY AS u (k, place) WHERE place <> left_out)
        FROM generate_subscripts(keys, 1) AS left_out) ELSE '{}' END;
    FOR i IN 1 .. 3 LOOP
        FOREACH slice IN ARRAY slices LOOP
            told := format(
                'SELECT %1$s, is_hidden OR coalesce(hidden = 1 OR hidden_members < 5, false) AND place = 1 AS is_hidden FROM ('
                'SELECT *, count(*) FILTER (WHERE is_hidden) OVER (PARTITION BY %2$s) AS hidden, sum(members) FILTER (WHERE is_hidden) OVER (PARTITION BY %2$s) AS hidden_members, '
                'row_number() OVER (PARTITION BY %2$s, is_hidden ORDER BY members, %3$s) AS place FROM (%4$s) AS s) AS s',
                columns, slice, array_to_string(keys, ', '), told);
        END LOOP;
    END LOOP;
    FOREACH slice IN ARRAY slices LOOP
        broken := broken || format('coalesce((count(*) FILTER (WHERE is_hidden) OVER (PARTITION BY %1$s) = 1 OR sum(members) FILTER (WHERE is_hidden) OVER (PARTITION BY %1$s) < 5) '
            'AND count(*) FILTER (WHERE NOT is_hidden) OVER (PARTITION BY %1$s) > 0, false)', slice);
    END LOOP;
    told := format('SELECT %1$s, is_hidden OR bool_or(is_broken) OVER (PARTITION BY bucket) AS is_hidden FROM (SELECT *, %2$s AS is_broken FROM (%3$s) AS s) AS s',
        columns, array_to_string(broken, ' OR '), told);
    RETURN told;
END $$;
COMMENT ON FUNCTION dw.small_numbers_hidden IS 'Groups of people as a query, with is_hidden for those that are not told of; groups has bucket, day, members and the keys.';
