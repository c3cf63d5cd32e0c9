-- Grain: the committees that a name or a region's code means; without either, all there are (two are enough to know that it is not one).
SELECT c.id AS "CommitteeId", c.region_code AS "Region"
FROM graph.committee c
WHERE c.abolished_on IS NULL AND (@Committee = '' OR c.region_code = @Committee OR graph.name_key(c.name) = graph.name_key(@Committee))
ORDER BY c.id
LIMIT 2;
