CREATE OR REPLACE VIEW graph.assessment_review_score AS
SELECT entry_id, item_code, section, maximum, score, usual_section FROM graph.assessment_rating WHERE phase = 'REVIEW';
COMMENT ON VIEW graph.assessment_review_score IS '评定 Points that the committee decided.';
COMMENT ON COLUMN graph.assessment_review_score.entry_id IS 'The entry.';
COMMENT ON COLUMN graph.assessment_review_score.item_code IS 'The item.';
COMMENT ON COLUMN graph.assessment_review_score.section IS 'Its section.';
COMMENT ON COLUMN graph.assessment_review_score.maximum IS 'Points that it can give.';
COMMENT ON COLUMN graph.assessment_review_score.score IS 'Points given.';
COMMENT ON COLUMN graph.assessment_review_score.usual_section IS 'Code of that section where it is a usual one, else OTHER.';
