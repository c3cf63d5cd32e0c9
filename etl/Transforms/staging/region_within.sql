-- Grain: one row per region and region that contains it, itself included.
CREATE TEMP TABLE region_within ON COMMIT DROP AS
WITH RECURSIVE within (ancestor_code, region_code) AS (
    SELECT code, code FROM source.region
    UNION
    SELECT w.ancestor_code, r.code FROM within AS w JOIN source.region AS r ON r.parent_code = w.region_code
)
SELECT ancestor_code, region_code FROM within;
ANALYZE region_within;
