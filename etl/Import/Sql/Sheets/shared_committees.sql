-- Grain: one committee to choose from: those that the name or code means, where it means several; else the first ones.
SELECT c.name || ' ' || c.region_code
FROM graph.committee c
WHERE c.abolished_on IS NULL
ORDER BY (c.region_code = @Committee OR graph.name_key(c.name) = graph.name_key(@Committee)) DESC, c.id
LIMIT greatest(5, (SELECT count(*) FROM graph.committee k WHERE k.abolished_on IS NULL AND k.region_code = @Committee));
