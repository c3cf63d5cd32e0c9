-- Grain: one row per region and region that contains it, itself included.
TRUNCATE staging.region_within;
WITH RECURSIVE within (ancestor_code, region_code) AS (
    SELECT code, code FROM graph.region
    UNION
    SELECT w.ancestor_code, r.code FROM within w JOIN graph.region r ON r.parent_code = w.region_code
)
INSERT INTO staging.region_within (ancestor_code, region_code)
SELECT ancestor_code, region_code FROM within;
ANALYZE staging.region_within;
