CREATE OR REPLACE VIEW source.society_supporting_unit AS
SELECT society_id, supporting_unit_id, is_lead, valid_during FROM graph.society_supporting_unit;
COMMENT ON VIEW source.society_supporting_unit IS 'One row per society, supporting unit and period.';
