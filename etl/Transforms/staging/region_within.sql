-- Grain: one row per region and region that contains it, itself included.
CREATE TEMP TABLE region_within ON COMMIT DROP AS
SELECT a.ancestor_code, r.code AS region_code FROM source.region AS r CROSS JOIN LATERAL unnest(r.around) AS a (ancestor_code);
ANALYZE region_within;
