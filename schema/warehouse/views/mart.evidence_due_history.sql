CREATE OR REPLACE VIEW mart.evidence_due_history AS
SELECT f.subject_kind,
       f.subject_id,
       CASE f.subject_kind WHEN 'BRANCH' THEN b.name WHEN 'COMMITTEE' THEN c.name ELSE s.name END AS subject_name,
       f.kind,
       k.name AS kind_name,
       k.english_name AS kind_english_name,
       k.rule_set_code,
       f.period,
       x.calendar_date AS period_from,
       y.calendar_date AS period_to,
       d.calendar_date AS due_on,
       z.calendar_date AS done_on,
       CASE WHEN f.done_late = 1 THEN 'DONE_LATE' WHEN f.done = 1 THEN 'DONE' WHEN f.missing = 1 THEN 'LATE' ELSE 'DUE' END AS state,
       f.society_id,
       f.branch_id,
       f.committee_id,
       c.name AS committee_name,
       c.region_code,
       c.province_code,
       s.discipline_code,
       s.level,
       s.kind AS society_kind,
       f.due,
       f.done,
       f.done_late,
       f.missing,
       f.load_run_id AS load_id
FROM dw.fct_evidence_due AS f
LEFT JOIN dw.dim_evidence_kind AS k ON k.definition_id = f.definition_id
LEFT JOIN dw.dim_date AS x ON x.date_key = f.begins_key
LEFT JOIN dw.dim_date AS y ON y.date_key = f.ends_key
LEFT JOIN dw.dim_date AS d ON d.date_key = f.due_key
LEFT JOIN dw.dim_date AS z ON z.date_key = f.done_key
LEFT JOIN dw.dim_society AS s ON s.society_key = f.society_key
LEFT JOIN dw.dim_branch AS b ON b.branch_key = f.branch_key
LEFT JOIN dw.dim_committee AS c ON c.committee_key = f.committee_key
WHERE f.generation = (SELECT p.generation FROM dw.published AS p);
COMMENT ON VIEW mart.evidence_due_history IS 'Which evidence was due, and was it done? One row per subject, kind of evidence and period, of ten years. Safe to add, also over periods; each has a row only once.';
COMMENT ON COLUMN mart.evidence_due_history.subject_kind IS '主体类别 Who owes it: COMMITTEE 科技社团党委, BRANCH 党组织, SOCIETY 科技社团 or LEADING_GROUP 党建工作领导小组.';
COMMENT ON COLUMN mart.evidence_due_history.subject_id IS 'Key of the subject in the graph, among its kind.';
COMMENT ON COLUMN mart.evidence_due_history.subject_name IS '主体 Name of the subject on the first day of the period; of a leading group its society''s.';
COMMENT ON COLUMN mart.evidence_due_history.kind IS '佐证类别 Code of the kind of evidence, a code of evidence_kind.';
COMMENT ON COLUMN mart.evidence_due_history.kind_name IS 'Name of the kind in Chinese.';
COMMENT ON COLUMN mart.evidence_due_history.kind_english_name IS 'Name of the kind in English.';
COMMENT ON COLUMN mart.evidence_due_history.rule_set_code IS 'Rule set by whose definition it is due.';
COMMENT ON COLUMN mart.evidence_due_history.period IS '应报期 2024, 2024H1, 2024Q1, 2024-01; any other by its first and last month.';
COMMENT ON COLUMN mart.evidence_due_history.period_from IS 'First day of the period.';
COMMENT ON COLUMN mart.evidence_due_history.period_to IS 'Last day of the period.';
COMMENT ON COLUMN mart.evidence_due_history.due_on IS 'Last day in time: the last one of the period and the days of grace.';
COMMENT ON COLUMN mart.evidence_due_history.done_on IS 'Day on which the target was reached; null while it is not.';
COMMENT ON COLUMN mart.evidence_due_history.state IS 'DUE, LATE (its last day is over and it is not done), DONE or DONE_LATE, on the last day that the star tells.';
COMMENT ON COLUMN mart.evidence_due_history.society_id IS 'Society that it is about, or that of the leading group; 0 for none.';
COMMENT ON COLUMN mart.evidence_due_history.branch_id IS 'Branch that it is about; 0 for none.';
COMMENT ON COLUMN mart.evidence_due_history.committee_id IS 'Key of the committee in the graph to which it is due.';
COMMENT ON COLUMN mart.evidence_due_history.committee_name IS '科技社团党委 Name of the committee.';
COMMENT ON COLUMN mart.evidence_due_history.region_code IS 'Region of the committee (GB/T 2260).';
COMMENT ON COLUMN mart.evidence_due_history.province_code IS 'Province of the committee; null for the country''s.';
COMMENT ON COLUMN mart.evidence_due_history.discipline_code IS '学科 Discipline of the society, of a branch its lead society; null where it is not known.';
COMMENT ON COLUMN mart.evidence_due_history.level IS '层级 Administrative level of that society.';
COMMENT ON COLUMN mart.evidence_due_history.society_kind IS '类型 Kind of that society; null where it is not known.';
COMMENT ON COLUMN mart.evidence_due_history.due IS '应报 Always 1.';
COMMENT ON COLUMN mart.evidence_due_history.done IS '已报 1 where the target was reached, late or not.';
COMMENT ON COLUMN mart.evidence_due_history.done_late IS '迟报 1 where it was reached after the last day; among done.';
COMMENT ON COLUMN mart.evidence_due_history.missing IS '逾期未报 1 where it was not reached and the last day is over; due - done - missing is what is still open.';
COMMENT ON COLUMN mart.evidence_due_history.load_id IS 'The load that wrote this row.';
GRANT SELECT ON mart.evidence_due_history TO bi_reader;
