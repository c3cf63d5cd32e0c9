CREATE OR REPLACE VIEW graph.assessment_version AS
SELECT known.id AS of_id, v.id, v.branch_id, v.year, v.fixed_score, v.bonus_score, v.total_score, v.grade, v.is_current, v.entry_id,
    v.result_version, v.grade_basis, v.issued_on, v.policy_document_id, v.correction_reason,
    v.fail_rule, v.fail_clause,
    v.grade_code, v.grade_name, v.grade_english_name
FROM graph.assessment AS known JOIN graph.assessment AS v ON v.branch_id = known.branch_id AND v.year = known.year;
COMMENT ON VIEW graph.assessment_version IS 'All versions of the result of which each result is one.';
COMMENT ON COLUMN graph.assessment_version.of_id IS 'Any version.';
COMMENT ON COLUMN graph.assessment_version.id IS 'Key of a version of the same branch and year.';
COMMENT ON COLUMN graph.assessment_version.branch_id IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.year IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.fixed_score IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.bonus_score IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.total_score IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.grade IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.is_current IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.entry_id IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.result_version IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.grade_basis IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.issued_on IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.policy_document_id IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.correction_reason IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.fail_rule IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.fail_clause IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.grade_code IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.grade_name IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.grade_english_name IS 'As in graph.assessment.';
