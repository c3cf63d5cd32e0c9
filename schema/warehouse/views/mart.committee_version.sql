CREATE OR REPLACE VIEW mart.committee_version AS
SELECT committee_id, name, region_code, region_name, province_code, level, parent_id, valid_from, valid_to, is_current
FROM dw.dim_committee
WHERE superseded_run_id IS NULL AND committee_key <> 0;
COMMENT ON VIEW mart.committee_version IS 'Committees over time. One row per committee and period with one name, region and parent; of one day: valid_from <= day < valid_to.';
COMMENT ON COLUMN mart.committee_version.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN mart.committee_version.name IS '科技社团党委 Name.';
COMMENT ON COLUMN mart.committee_version.region_code IS 'Region (GB/T 2260).';
COMMENT ON COLUMN mart.committee_version.region_name IS 'Name of the region.';
COMMENT ON COLUMN mart.committee_version.province_code IS 'Province of the committee; null for the country''s.';
COMMENT ON COLUMN mart.committee_version.level IS '层级 Administrative level.';
COMMENT ON COLUMN mart.committee_version.parent_id IS 'Committee above it; null where it has none.';
COMMENT ON COLUMN mart.committee_version.valid_from IS 'First day of the version; 1900-01-01 where the start is not stated.';
COMMENT ON COLUMN mart.committee_version.valid_to IS 'First day after the version; 9999-12-31 while it lasts.';
COMMENT ON COLUMN mart.committee_version.is_current IS 'True for the version that holds while nothing follows it.';
GRANT SELECT ON mart.committee_version TO bi_reader;
