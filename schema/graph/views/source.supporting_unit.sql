CREATE OR REPLACE VIEW source.supporting_unit AS
SELECT id AS supporting_unit_id, name, region_code, daterange(attributes_since, NULL) AS valid_during FROM graph.supporting_unit
UNION ALL
SELECT supporting_unit_id, name, region_code, valid_during FROM graph.supporting_unit_past;
COMMENT ON VIEW source.supporting_unit IS 'One row per supporting unit and period with the same attributes.';
