CREATE OR REPLACE VIEW source.assessment AS
SELECT id AS assessment_id, branch_id, year, entry_id, fixed_score, bonus_score, total_score, grade, grade_basis, issued_on, grade_code, grade_name, grade_english_name
FROM graph.assessment
WHERE is_current;
COMMENT ON VIEW source.assessment IS 'One row per branch and year with a result; the version that holds.';
