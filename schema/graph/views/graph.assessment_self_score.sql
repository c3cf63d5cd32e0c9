CREATE OR REPLACE VIEW graph.assessment_self_score AS
SELECT entry_id, item_code, section, maximum, score, usual_section FROM graph.assessment_rating WHERE phase = 'SELF';
COMMENT ON VIEW graph.assessment_self_score IS '自评 Points that branches gave themselves.';
COMMENT ON COLUMN graph.assessment_self_score.entry_id IS 'The entry.';
COMMENT ON COLUMN graph.assessment_self_score.item_code IS 'The item.';
COMMENT ON COLUMN graph.assessment_self_score.section IS 'Its section.';
COMMENT ON COLUMN graph.assessment_self_score.maximum IS 'Points that it can give.';
COMMENT ON COLUMN graph.assessment_self_score.score IS 'Points given.';
COMMENT ON COLUMN graph.assessment_self_score.usual_section IS 'Code of that section where it is a usual one, else OTHER.';
