-- A rule set may say that a veto limits the grade.
ALTER TABLE graph.assessment
    DROP CONSTRAINT assessment_grade_basis_check,
    ADD CONSTRAINT assessment_grade_basis_check CHECK (grade_basis IN ('BAND', 'QUOTA', 'FAIL', 'NOT_SUBMITTED', 'VETO'));
COMMENT ON COLUMN graph.assessment.grade_basis IS 'What decided the grade: BAND the score, QUOTA the share of excellent ones, FAIL a fail rule, NOT_SUBMITTED that the branch handed in nothing, VETO that a veto limits it.';
