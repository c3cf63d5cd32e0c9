CREATE OR REPLACE VIEW mart.region AS
SELECT region_code, name, level, province_code, province_name, city_code, city_name FROM dw.dim_region;
COMMENT ON VIEW mart.region IS 'Regions by GB/T 2260. One row per region.';
COMMENT ON COLUMN mart.region.region_code IS 'Code.';
COMMENT ON COLUMN mart.region.name IS 'Name.';
COMMENT ON COLUMN mart.region.level IS '层级 Administrative level.';
COMMENT ON COLUMN mart.region.province_code IS 'Province around it; null for the country.';
COMMENT ON COLUMN mart.region.province_name IS 'Its name.';
COMMENT ON COLUMN mart.region.city_code IS 'City around it; null above cities.';
COMMENT ON COLUMN mart.region.city_name IS 'Its name.';
GRANT SELECT ON mart.region TO bi_reader;
