-- The part of dw.freeze_peers for one indicator: peer_now has a committee a row.
--   PEERS     of the same level under the same superior, without the one that asks: who is asked the same by the same. One without a superior has none.
--   PROVINCE  of the same level in the same province, under another superior
--   NATION    of the same level in other provinces, under another superior
-- They have no committee in common, so nothing comes of taking one from another. Each group is summed up once for all who share it, and joined by hash: the planner
-- takes a group to be one row. 600 committees of 12,000 societies take 5 s for all indicators, once a month (2026-11-30, SELECT dw.freeze_peers()).
CREATE OR REPLACE FUNCTION dw.freeze_peer_groups(indicator text, since date, until date, scale numeric, load_id bigint) RETURNS bigint
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET enable_nestloop = off
AS $$
DECLARE
    written bigint;
BEGIN
    -- Who came, went or moved between now and each period of the year before. In them a row of PEERS stands for each committee.
    CREATE TEMP TABLE peer_change ON COMMIT DROP AS
    WITH before AS (
        SELECT c.period_to, c.committee_id, c.level, c.province_code, c.superior_id
        FROM dw.peer_comparison AS c
        WHERE c.indicator_id = indicator AND c.peer_group = 'PEERS' AND c.period_to < until AND c.period_to > until - interval '1 year 2 days'
    ), both_days AS (
        SELECT p.period_to, o.committee_id, o.level, o.province_code, o.superior_id, true AS is_now
        FROM (SELECT DISTINCT period_to FROM before) AS p CROSS JOIN peer_now AS o
        UNION ALL
        SELECT b.period_to, b.committee_id, b.level, b.province_code, b.superior_id, false FROM before AS b
    )
    SELECT * FROM both_days AS b
    WHERE NOT EXISTS (
        SELECT FROM both_days AS o WHERE o.period_to = b.period_to AND o.committee_id = b.committee_id AND o.is_now <> b.is_now
          AND o.level = b.level AND o.province_code IS NOT DISTINCT FROM b.province_code AND o.superior_id = b.superior_id);

    WITH crossing AS (
        -- Superiors that have, or had, committees of a level in several provinces.
        SELECT o.level, o.superior_id
        FROM (SELECT level, superior_id, province_code FROM peer_now UNION ALL SELECT level, superior_id, province_code FROM peer_change) AS o
        GROUP BY o.level, o.superior_id HAVING count(DISTINCT coalesce(o.province_code, '')) > 1
    ), asker AS MATERIALIZED (
        SELECT n.*, coalesce(n.province_code, '') AS province, g.peer_group,
            -- Of the nation all of a province share one group, unless their superior is of several.
            CASE g.peer_group WHEN 'PEERS' THEN n.committee_id WHEN 'PROVINCE' THEN n.superior_id ELSE coalesce(x.superior_id, 0) END AS part
        FROM peer_now AS n CROSS JOIN unnest('{PEERS,PROVINCE,NATION}'::text[]) AS g (peer_group)
        LEFT JOIN crossing AS x ON x.level = n.level AND x.superior_id = n.superior_id
    ), grouped AS MATERIALIZED (
        SELECT peer_group, level, province, part, min(province_code) AS province_code, min(superior_id) AS superior_id, min(committee_id) AS committee_id
        FROM asker GROUP BY peer_group, level, province, part
    ), summed AS MATERIALIZED (
        SELECT g.*, s.*, s.committee_count < 100 AND EXISTS (
            -- Answered before, for other committees than now: one to four of them make the difference. Of a hundred, two averages leave open the whole scale for one.
            SELECT FROM (
                SELECT o.period_to, count(*) AS changed FROM (
                    -- Then or now, not both.
                    SELECT c.period_to, c.committee_id
                    FROM peer_change AS c
                    WHERE c.level = g.level AND (g.peer_group <> 'PEERS' OR c.committee_id <> g.committee_id) AND CASE g.peer_group
                        WHEN 'PEERS' THEN c.superior_id = g.superior_id
                        WHEN 'PROVINCE' THEN c.province_code = g.province_code AND c.superior_id <> g.superior_id
                        ELSE c.province_code <> g.province_code AND (g.part = 0 OR c.superior_id <> g.part) END
                    GROUP BY c.period_to, c.committee_id HAVING count(*) = 1
                ) AS o GROUP BY o.period_to
            ) AS d
            WHERE d.changed < 5 AND EXISTS (
                SELECT FROM dw.peer_comparison AS b
                WHERE b.indicator_id = indicator AND b.period_to = d.period_to AND b.peer_group = g.peer_group AND b.withheld IS NULL
                  AND CASE g.peer_group WHEN 'PEERS' THEN b.committee_id = g.committee_id
                      ELSE b.level = g.level AND b.province_code = g.province_code AND (g.part = 0 OR b.superior_id = g.part) END)
        ) AS is_changed
        FROM grouped AS g
        CROSS JOIN LATERAL dw.peer_summary(ARRAY(
            SELECT o.figure FROM peer_now AS o
            WHERE o.level = g.level AND o.committee_id <> g.committee_id AND CASE g.peer_group
                WHEN 'PEERS' THEN o.superior_id = g.superior_id
                WHEN 'PROVINCE' THEN o.province_code = g.province_code AND o.superior_id <> g.superior_id
                ELSE o.province_code <> g.province_code AND (g.part = 0 OR o.superior_id <> g.part) END)) AS s
    ), answered AS (
        SELECT a.*, s.committee_count, s.mean_from, s.mean_to, s.first_quartile_from, s.first_quartile_to, s.third_quartile_from, s.third_quartile_to,
            -- Who moved has had answers about other groups.
            CASE WHEN s.committee_count IS NULL THEN 'FEW' WHEN s.is_changed OR EXISTS (
                SELECT FROM peer_change AS c WHERE c.committee_id = a.committee_id AND NOT c.is_now) THEN 'CHANGED' END AS withheld
        FROM asker AS a
        JOIN summed AS s ON s.peer_group = a.peer_group AND s.level = a.level AND s.province = a.province AND s.part = a.part
    )
    INSERT INTO dw.peer_comparison (indicator_id, period_from, period_to, committee_id, level, province_code, superior_id, numerator, denominator, peer_group,
        committee_count, mean_from, mean_to, first_quartile_from, first_quartile_to, third_quartile_from, third_quartile_to, withheld, load_run_id)
    SELECT indicator, since, until, a.committee_id, a.level, a.province_code, a.superior_id, a.numerator, a.denominator, a.peer_group,
        CASE WHEN a.withheld IS NULL THEN a.committee_count END,
        CASE WHEN a.withheld IS NULL THEN trim_scale(a.mean_from / scale) END, CASE WHEN a.withheld IS NULL THEN trim_scale(a.mean_to / scale) END,
        CASE WHEN a.withheld IS NULL THEN trim_scale(a.first_quartile_from / scale) END, CASE WHEN a.withheld IS NULL THEN trim_scale(a.first_quartile_to / scale) END,
        CASE WHEN a.withheld IS NULL THEN trim_scale(a.third_quartile_from / scale) END, CASE WHEN a.withheld IS NULL THEN trim_scale(a.third_quartile_to / scale) END,
        a.withheld, load_id
    FROM answered AS a
    ORDER BY a.committee_id, array_position('{PEERS,PROVINCE,NATION}', a.peer_group);
    GET DIAGNOSTICS written = ROW_COUNT;
    DROP TABLE peer_change;
    RETURN written;
END $$;
COMMENT ON FUNCTION dw.freeze_peer_groups IS 'Freezes the comparisons of one indicator and period for the committees of the temporary table peer_now, and returns the number of rows.';
