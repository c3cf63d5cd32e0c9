-- Grain: one row. Whether there is no committee yet, and the first of those that may be meant: in the same region, or with a name, past ones too, that holds
-- the given one or is held by it.
WITH alike AS (
    SELECT c.name || ' (' || c.region_code || ')' AS said, c.id, c.region_code <> @Region AS is_elsewhere
    FROM graph.committee AS c
    WHERE c.abolished_on IS NULL AND (
        c.region_code = @Region
        OR EXISTS (
            SELECT FROM (SELECT c.name UNION ALL SELECT a.alias FROM graph.committee_alias AS a WHERE a.committee_id = c.id) AS n (name)
            WHERE strpos(graph.name_key(n.name), graph.name_key(@Committee)) > 0 OR strpos(graph.name_key(@Committee), graph.name_key(n.name)) > 0))
    ORDER BY is_elsewhere, c.id
    LIMIT 5
)
SELECT NOT EXISTS (SELECT FROM graph.committee), ARRAY(SELECT said FROM alike ORDER BY is_elsewhere, id);
