-- A rule set may name grades of its own. What a result keeps of them are their code and names, as issued; the grade beside them says
-- what they stand for, so that everything that counts excellent or failed branches counts those of every city.
ALTER TABLE graph.assessment
    ADD COLUMN grade_code text CHECK (grade_code ~ '^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$'),
    ADD COLUMN grade_name text CHECK (grade_name <> ''),
    ADD COLUMN grade_english_name text CHECK (grade_english_name <> ''),
    ADD CONSTRAINT assessment_grade_is_named_whole CHECK (num_nonnulls(grade_code, grade_name, grade_english_name) IN (0, 3));
COMMENT ON COLUMN graph.assessment.grade IS '等次 What the grade stands for: EXCELLENT 优秀, GOOD 良好, QUALIFIED 合格, UNQUALIFIED 不合格. Kept, not computed: a fail rule overrides any score.';
COMMENT ON COLUMN graph.assessment.grade_code IS 'Code of the grade in a scheme that has grades of its own; null where it has the usual ones.';
COMMENT ON COLUMN graph.assessment.grade_name IS 'What that scheme calls it; null likewise.';
COMMENT ON COLUMN graph.assessment.grade_english_name IS 'What it calls it in English; null likewise.';
