CREATE OR REPLACE VIEW source.region AS
SELECT code, name, parent_code, graph.level_of_region(code) AS level, around FROM graph.region;
COMMENT ON VIEW source.region IS 'One row per region.';
