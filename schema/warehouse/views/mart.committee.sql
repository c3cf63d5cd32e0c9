CREATE OR REPLACE VIEW mart.committee AS
SELECT committee_id, name, region_code, region_name, province_code, level, parent_id, valid_from, valid_to, is_current
FROM mart.committee_version
WHERE is_current;
COMMENT ON VIEW mart.committee IS 'Which committees are there? One row per committee, as it is today; counts are right as they are. Earlier days: mart.committee_version.';
COMMENT ON COLUMN mart.committee.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN mart.committee.name IS '科技社团党委 Name.';
COMMENT ON COLUMN mart.committee.region_code IS 'Region (GB/T 2260).';
COMMENT ON COLUMN mart.committee.region_name IS 'Name of the region.';
COMMENT ON COLUMN mart.committee.province_code IS 'Province of the committee; null for the country''s.';
COMMENT ON COLUMN mart.committee.level IS '层级 Administrative level.';
COMMENT ON COLUMN mart.committee.parent_id IS 'Committee above it; null where it has none.';
COMMENT ON COLUMN mart.committee.valid_from IS 'First day of the version; 1900-01-01 where the start is not stated.';
COMMENT ON COLUMN mart.committee.valid_to IS 'First day after the version; 9999-12-31 while it lasts.';
COMMENT ON COLUMN mart.committee.is_current IS 'Always true here; mart.committee_version has the others.';
GRANT SELECT ON mart.committee TO bi_reader;
