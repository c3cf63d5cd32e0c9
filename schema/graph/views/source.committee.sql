CREATE OR REPLACE VIEW source.committee AS
SELECT id AS committee_id, name, region_code, daterange(attributes_since, NULL) AS valid_during FROM graph.committee
UNION ALL
SELECT committee_id, name, region_code, valid_during FROM graph.committee_past;
COMMENT ON VIEW source.committee IS 'One row per committee and period with the same name and region.';
