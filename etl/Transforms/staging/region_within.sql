-- Grain: region_around: one row per region; region_within: one row per region and region that contains it, itself included.
-- Read once: which regions somebody names is looked for among all supporting units.
CREATE TEMP TABLE region_around ON COMMIT DROP AS SELECT code, around FROM source.region;
ANALYZE region_around;
CREATE TEMP TABLE region_within ON COMMIT DROP AS
SELECT a.ancestor_code, r.code AS region_code FROM region_around AS r CROSS JOIN LATERAL unnest(r.around) AS a (ancestor_code);
ANALYZE region_within;
