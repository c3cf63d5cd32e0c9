CREATE OR REPLACE VIEW mart.assessment AS
SELECT f.year,
       f.branch_id,
       b.name AS branch_name,
       b.form AS branch_form,
       f.category,
       f.committee_id,
       c.name AS committee_name,
       c.region_code,
       c.province_code,
       s.society_id,
       s.name AS society_name,
       s.discipline_code,
       s.level,
       s.kind AS society_kind,
       f.grade,
       f.grade_basis,
       f.stage,
       d1.calendar_date AS self_submitted_on,
       d2.calendar_date AS supervised_on,
       d3.calendar_date AS debriefed_on,
       d4.calendar_date AS reviewed_on,
       d5.calendar_date AS issued_on,
       f.assessed,
       f.fixed,
       f.bonus,
       f.total,
       f.excellent,
       f.failed,
       f.debrief_due,
       f.debrief_in_person,
       f.assessment_id,
       f.load_run_id AS load_id,
       f.fail_rule,
       f.grade_code,
       f.grade_name,
       f.grade_english_name
FROM dw.fct_assessment AS f
LEFT JOIN dw.dim_branch AS b ON b.branch_key = f.branch_key
LEFT JOIN dw.dim_committee AS c ON c.committee_key = f.committee_key
LEFT JOIN dw.dim_society AS s ON s.society_key = f.society_key
LEFT JOIN dw.dim_date AS d1 ON d1.date_key = f.self_key
LEFT JOIN dw.dim_date AS d2 ON d2.date_key = f.supervised_key
LEFT JOIN dw.dim_date AS d3 ON d3.date_key = f.debriefed_key
LEFT JOIN dw.dim_date AS d4 ON d4.date_key = f.reviewed_key
LEFT JOIN dw.dim_date AS d5 ON d5.date_key = f.issued_key
WHERE f.generation = (SELECT p.generation FROM dw.published AS p);
COMMENT ON VIEW mart.assessment IS 'What came of the annual assessment? One row per branch and year, with the days of its stages. Safe to add; a mean score is a sum ÷ the sum of assessed.';
COMMENT ON COLUMN mart.assessment.year IS 'Year.';
COMMENT ON COLUMN mart.assessment.branch_id IS 'Key of the branch in the graph.';
COMMENT ON COLUMN mart.assessment.branch_name IS '党组织 Name of the branch.';
COMMENT ON COLUMN mart.assessment.branch_form IS '组织形式 Its form.';
COMMENT ON COLUMN mart.assessment.category IS '分类 Category at the year''s end.';
COMMENT ON COLUMN mart.assessment.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN mart.assessment.committee_name IS '科技社团党委 Name of the committee.';
COMMENT ON COLUMN mart.assessment.region_code IS 'Region of the committee (GB/T 2260).';
COMMENT ON COLUMN mart.assessment.province_code IS 'Province of the committee; null for the country''s.';
COMMENT ON COLUMN mart.assessment.society_id IS 'Key of the lead society in the graph; 0 where there is none.';
COMMENT ON COLUMN mart.assessment.society_name IS '科技社团 Name of the society.';
COMMENT ON COLUMN mart.assessment.discipline_code IS '学科 Discipline; null where it is not known.';
COMMENT ON COLUMN mart.assessment.level IS '层级 Administrative level of the society.';
COMMENT ON COLUMN mart.assessment.society_kind IS '类型 Kind of the society; null where it is not known.';
COMMENT ON COLUMN mart.assessment.grade IS '考核等次 What the grade stands for; null while there is no result.';
COMMENT ON COLUMN mart.assessment.grade_basis IS 'What the grade comes from: BAND, QUOTA or FAIL; null while there is no result.';
COMMENT ON COLUMN mart.assessment.stage IS 'Stage of the entry; null where the result came without one.';
COMMENT ON COLUMN mart.assessment.self_submitted_on IS 'When the self-assessment was submitted.';
COMMENT ON COLUMN mart.assessment.supervised_on IS 'When the supervision team had rated it.';
COMMENT ON COLUMN mart.assessment.debriefed_on IS 'When the secretary was debriefed.';
COMMENT ON COLUMN mart.assessment.reviewed_on IS 'When the committee had decided.';
COMMENT ON COLUMN mart.assessment.issued_on IS 'When the result was issued.';
COMMENT ON COLUMN mart.assessment.assessed IS '1 with a result.';
COMMENT ON COLUMN mart.assessment.fixed IS 'Points of fixed items (I18); 0 without a result.';
COMMENT ON COLUMN mart.assessment.bonus IS 'Bonus points; 0 without a result.';
COMMENT ON COLUMN mart.assessment.total IS 'Both together; 0 without a result.';
COMMENT ON COLUMN mart.assessment.excellent IS '优秀 (I19) 1 where the grade stands for excellent.';
COMMENT ON COLUMN mart.assessment.failed IS '不合格 (I20) 1 where the grade stands for unqualified.';
COMMENT ON COLUMN mart.assessment.debrief_due IS '述职 (I21) 1 where the branch has an entry in a round.';
COMMENT ON COLUMN mart.assessment.debrief_in_person IS '到场 (I21) 1 where the secretary was debriefed in person.';
COMMENT ON COLUMN mart.assessment.assessment_id IS 'Key of the result in the graph; null while there is none.';
COMMENT ON COLUMN mart.assessment.load_id IS 'The load that wrote this row.';
COMMENT ON COLUMN mart.assessment.fail_rule IS '不合格情形 The rule by which the branch failed: of several findings that stand, the first; null where none does.';
COMMENT ON COLUMN mart.assessment.grade_code IS '等次代码 Code of the grade in a scheme with grades of its own; null where it has the usual ones.';
COMMENT ON COLUMN mart.assessment.grade_name IS '等次名称 What that scheme calls the grade; null likewise.';
COMMENT ON COLUMN mart.assessment.grade_english_name IS 'What it calls it in English; null likewise.';
GRANT SELECT ON mart.assessment TO bi_reader;
