-- Grain: one row if the graph knows the region.
SELECT true FROM graph.region WHERE code = @Region;
