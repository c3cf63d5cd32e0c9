CREATE OR REPLACE VIEW mart.evidence_due AS
SELECT *
FROM mart.evidence_due_history
WHERE extract(year FROM period_to) = (SELECT extract(year FROM p.month) FROM dw.present_month AS p);
COMMENT ON VIEW mart.evidence_due IS 'Which evidence of this year is due, and is it done? One row per subject, kind of evidence and period that ends in the year of the newest month that is not to come. Safe to add. Other years: mart.evidence_due_history.';
COMMENT ON COLUMN mart.evidence_due.subject_kind IS '主体类别 Who owes it: COMMITTEE 科技社团党委, BRANCH 党组织, SOCIETY 科技社团 or LEADING_GROUP 党建工作领导小组.';
COMMENT ON COLUMN mart.evidence_due.subject_id IS 'Key of the subject in the graph, among its kind.';
COMMENT ON COLUMN mart.evidence_due.subject_name IS '主体 Name of the subject on the first day of the period; of a leading group its society''s.';
COMMENT ON COLUMN mart.evidence_due.kind IS '佐证类别 Code of the kind of evidence, a code of evidence_kind.';
COMMENT ON COLUMN mart.evidence_due.kind_name IS 'Name of the kind in Chinese.';
COMMENT ON COLUMN mart.evidence_due.kind_english_name IS 'Name of the kind in English.';
COMMENT ON COLUMN mart.evidence_due.rule_set_code IS 'Rule set by whose definition it is due.';
COMMENT ON COLUMN mart.evidence_due.period IS '应报期 2024, 2024H1, 2024Q1, 2024-01; any other by its first and last month.';
COMMENT ON COLUMN mart.evidence_due.period_from IS 'First day of the period.';
COMMENT ON COLUMN mart.evidence_due.period_to IS 'Last day of the period.';
COMMENT ON COLUMN mart.evidence_due.due_on IS 'Last day in time: the last one of the period and the days of grace.';
COMMENT ON COLUMN mart.evidence_due.done_on IS 'Day on which the target was reached; null while it is not.';
COMMENT ON COLUMN mart.evidence_due.state IS 'DUE, LATE (its last day is over and it is not done), DONE or DONE_LATE, on the last day that the star tells.';
COMMENT ON COLUMN mart.evidence_due.society_id IS 'Society that it is about, or that of the leading group; 0 for none.';
COMMENT ON COLUMN mart.evidence_due.branch_id IS 'Branch that it is about; 0 for none.';
COMMENT ON COLUMN mart.evidence_due.committee_id IS 'Key of the committee in the graph to which it is due.';
COMMENT ON COLUMN mart.evidence_due.committee_name IS '科技社团党委 Name of the committee.';
COMMENT ON COLUMN mart.evidence_due.region_code IS 'Region of the committee (GB/T 2260).';
COMMENT ON COLUMN mart.evidence_due.province_code IS 'Province of the committee; null for the country''s.';
COMMENT ON COLUMN mart.evidence_due.discipline_code IS '学科 Discipline of the society, of a branch its lead society; null where it is not known.';
COMMENT ON COLUMN mart.evidence_due.level IS '层级 Administrative level of that society.';
COMMENT ON COLUMN mart.evidence_due.society_kind IS '类型 Kind of that society; null where it is not known.';
COMMENT ON COLUMN mart.evidence_due.due IS '应报 Always 1.';
COMMENT ON COLUMN mart.evidence_due.done IS '已报 1 where the target was reached, late or not.';
COMMENT ON COLUMN mart.evidence_due.done_late IS '迟报 1 where it was reached after the last day; among done.';
COMMENT ON COLUMN mart.evidence_due.missing IS '逾期未报 1 where it was not reached and the last day is over; due - done - missing is what is still open.';
COMMENT ON COLUMN mart.evidence_due.load_id IS 'The load that wrote this row.';
GRANT SELECT ON mart.evidence_due TO bi_reader;
