CREATE OR REPLACE VIEW mart.grade AS
SELECT g.rule_set_code, g.grade, coalesce(g.name, c.label_zh) AS label_zh, coalesce(g.english_name, c.label_en) AS label_en, g.position, g.score,
       g.from_score, g.to_score, g.source, g.grade_code
FROM dw.dim_grade AS g
LEFT JOIN dw.dim_code AS c ON c.kind = 'grade' AND c.code = g.grade;
COMMENT ON VIEW mart.grade IS '考核等次 Which scores give which grade? One row per rule set with an assessment and grade.';
COMMENT ON COLUMN mart.grade.rule_set_code IS 'Code of the rule set.';
COMMENT ON COLUMN mart.grade.grade IS 'What the grade stands for.';
COMMENT ON COLUMN mart.grade.label_zh IS '中文名称 Label in Chinese.';
COMMENT ON COLUMN mart.grade.label_en IS 'Label in English.';
COMMENT ON COLUMN mart.grade.position IS 'Place in order, the best first.';
COMMENT ON COLUMN mart.grade.score IS 'Which score counts: TOTAL or FIXED.';
COMMENT ON COLUMN mart.grade.from_score IS 'Least score that gives it.';
COMMENT ON COLUMN mart.grade.to_score IS 'Least score that gives a better one; null for the best.';
COMMENT ON COLUMN mart.grade.source IS 'Clauses that say so.';
COMMENT ON COLUMN mart.grade.grade_code IS 'Code of the grade; that of grade where the rule set names none of its own.';
GRANT SELECT ON mart.grade TO bi_reader;
