-- Grain: the one committee of this name in this region.
SELECT id FROM graph.committee WHERE name = @Committee AND region_code = @Region;
