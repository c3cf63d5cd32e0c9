CREATE OR REPLACE VIEW source.scheme_item AS
SELECT scheme_id, section, item_code, position, text, maximum, clause FROM graph.assessment_scheme_item;
COMMENT ON VIEW source.scheme_item IS 'One row per item of an assessment scheme.';
