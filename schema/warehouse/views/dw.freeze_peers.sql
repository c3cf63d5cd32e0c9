-- Called by a load when its star is published: freezes what committees may know of others, for the newest finished month, half-year or year that is not frozen yet.
-- Only what a load sees whole is finished, and nothing before: a star that is loaded backwards tells of no past.
CREATE OR REPLACE FUNCTION dw.freeze_peers() RETURNS bigint
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET jit = off
AS $$
DECLARE
    -- The last whole months that are over.
    months CONSTANT date[] := ARRAY(
        SELECT l.snapshot_day FROM dw.loaded_month AS l
        WHERE l.snapshot_day = dw.period_end('MONTH', l.snapshot_day) AND l.snapshot_day < dw.period_start('MONTH', dw.today()));
    load_id CONSTANT bigint := (SELECT p.load_run_id FROM dw.published AS p);
    one record;
    written bigint;
    frozen bigint := 0;
BEGIN
    FOR one IN
        SELECT i.id, CASE WHEN i.content ->> 'unit' = 'POINTS' THEN 1 ELSE 100 END AS scale,
            dw.period_start(p.length, max(m)) AS since, max(m) AS until
        FROM dw.indicator AS i
        CROSS JOIN LATERAL (SELECT CASE i.content ->> 'time' WHEN 'LAST' THEN 'MONTH' WHEN 'HALF_YEAR' THEN 'HALF_YEAR' ELSE 'YEAR' END AS length) AS p
        JOIN unnest(months) AS m ON m = dw.period_end(p.length, m)
        -- A share of one category or age has no figure of its own for a committee.
        WHERE i.id <> 'I06' AND 'COMMITTEE' = ANY (dw.indicator_dimensions(i.content))
        GROUP BY i.id, i.content, p.length
    LOOP
        CONTINUE WHEN EXISTS (SELECT FROM dw.peer_comparison AS c WHERE c.indicator_id = one.id AND c.period_to >= one.until);
        CREATE TEMP TABLE peer_now ON COMMIT DROP AS
        SELECT v.committee_id, c.level, c.province_code, coalesce(c.parent_id, -c.committee_id) AS superior_id, v.numerator, v.denominator,
            greatest(0, least(100, v.numerator / v.denominator * one.scale)) AS figure
        FROM mart.indicator_value(one.id, '{COMMITTEE}', one.since, one.until) AS v
        JOIN dw.dim_committee AS c ON c.committee_id = v.committee_id AND c.superseded_run_id IS NULL
            AND c.valid_from <= one.until AND one.until < c.valid_to
        WHERE v.denominator > 0 AND v.numerator IS NOT NULL;
        ANALYZE peer_now;
        written := dw.freeze_peer_groups(one.id, one.since, one.until, one.scale, load_id);
        frozen := frozen + written;
        DROP TABLE peer_now;
    END LOOP;
    RETURN frozen;
END $$;
COMMENT ON FUNCTION dw.freeze_peers IS 'Freezes the comparisons of the newest finished period of each indicator, and returns the number of rows.';
