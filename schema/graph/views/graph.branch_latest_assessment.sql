CREATE OR REPLACE VIEW graph.branch_latest_assessment AS
SELECT latest.id, latest.branch_id, latest.year, latest.fixed_score, latest.bonus_score, latest.total_score, latest.grade, latest.is_current,
    latest.entry_id, latest.result_version, latest.grade_basis, latest.issued_on, latest.policy_document_id, latest.correction_reason,
    latest.fail_rule, latest.fail_clause,
    latest.grade_code, latest.grade_name, latest.grade_english_name
FROM graph.assessment AS latest
WHERE latest.is_current AND NOT EXISTS (
    SELECT FROM graph.assessment AS later WHERE later.is_current AND later.branch_id = latest.branch_id AND later.year > latest.year);
COMMENT ON VIEW graph.branch_latest_assessment IS 'The assessment of each branch''s latest assessed year.';
COMMENT ON COLUMN graph.branch_latest_assessment.id IS 'Key of the assessment.';
COMMENT ON COLUMN graph.branch_latest_assessment.branch_id IS 'The branch; one row each.';
COMMENT ON COLUMN graph.branch_latest_assessment.year IS 'Its latest assessed year.';
COMMENT ON COLUMN graph.branch_latest_assessment.fixed_score IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.branch_latest_assessment.bonus_score IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.branch_latest_assessment.total_score IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.branch_latest_assessment.grade IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.branch_latest_assessment.is_current IS 'Always true: the latest version of that year.';
COMMENT ON COLUMN graph.branch_latest_assessment.entry_id IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.branch_latest_assessment.result_version IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.branch_latest_assessment.grade_basis IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.branch_latest_assessment.issued_on IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.branch_latest_assessment.policy_document_id IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.branch_latest_assessment.correction_reason IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.branch_latest_assessment.fail_rule IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.branch_latest_assessment.fail_clause IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.branch_latest_assessment.grade_code IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.branch_latest_assessment.grade_name IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.branch_latest_assessment.grade_english_name IS 'As in graph.assessment.';
