CREATE OR REPLACE VIEW mart.branch AS
SELECT *
FROM mart.branch_history
WHERE month = (SELECT p.month FROM dw.present_month AS p);
COMMENT ON VIEW mart.branch IS 'What does this branch do? One row per branch that is proposed or established, in the newest month that is not to come; sums are right as they are. Earlier months: mart.branch_history.';
COMMENT ON COLUMN mart.branch.month IS 'First day of the month; the row tells the state of its last day, or of the day of the load while the month lasts.';
COMMENT ON COLUMN mart.branch.branch_id IS 'Key of the branch in the graph.';
COMMENT ON COLUMN mart.branch.branch_name IS '党组织 Name of the branch.';
COMMENT ON COLUMN mart.branch.branch_form IS '组织形式 Its form.';
COMMENT ON COLUMN mart.branch.branch_status IS 'Status of the branch.';
COMMENT ON COLUMN mart.branch.category IS '分类 Category on that day.';
COMMENT ON COLUMN mart.branch.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN mart.branch.committee_name IS '科技社团党委 Name of the committee.';
COMMENT ON COLUMN mart.branch.region_code IS 'Region of the committee (GB/T 2260).';
COMMENT ON COLUMN mart.branch.region_name IS 'Name of the region.';
COMMENT ON COLUMN mart.branch.province_code IS 'Province of the committee; null for the country''s.';
COMMENT ON COLUMN mart.branch.society_id IS 'Key of its lead society in the graph; 0 where it has none.';
COMMENT ON COLUMN mart.branch.society_name IS '科技社团 Name of its lead society.';
COMMENT ON COLUMN mart.branch.society_kind IS '类型 Kind of the lead society; null where it is not known.';
COMMENT ON COLUMN mart.branch.discipline_code IS '学科 Discipline of the lead society; null where it is not known.';
COMMENT ON COLUMN mart.branch.level IS '层级 Level of the lead society.';
COMMENT ON COLUMN mart.branch.branch_count IS 'Always 1: its sum is the number of branches, proposed ones included.';
COMMENT ON COLUMN mart.branch.established IS '1 if established, 0 while proposed.';
COMMENT ON COLUMN mart.branch.activities_12m IS 'Collective activities of the twelve months up to the day.';
COMMENT ON COLUMN mart.branch.activities_year IS 'Collective activities of the year up to the day.';
COMMENT ON COLUMN mart.branch.minimum_met IS '活动达标 (I14) 1 for an established branch that held its category''s minimum this year so far, null where no rule set states one; ask it of December.';
COMMENT ON COLUMN mart.branch.appraisal_done IS '民主评议 (I15) 1 for an established branch that held its democratic appraisals this year; ask it of December.';
COMMENT ON COLUMN mart.branch.plan IS '年度计划 1 with a plan of this year.';
COMMENT ON COLUMN mart.branch.team IS '支部班子 (I10) People with a post in the branch.';
COMMENT ON COLUMN mart.branch.cross_posted IS '交叉任职 (I10) Those of them with a post in the council of one of its societies.';
COMMENT ON COLUMN mart.branch.six_haves_recorded IS '六有 1 for an established branch of which it is recorded what it has.';
COMMENT ON COLUMN mart.branch.six_haves_met IS '六有达标率 (I23) 1 for an established branch that has all six.';
COMMENT ON COLUMN mart.branch.checked_in IS '社区报到 (I24) 1 where it checked in to a community this year.';
COMMENT ON COLUMN mart.branch.loaded_at IS 'When the load that wrote this row ended; a later load that found nothing to change leaves it.';
COMMENT ON COLUMN mart.branch.load_id IS 'The load that wrote this row.';
COMMENT ON COLUMN mart.branch.form_code IS '形式代码 Code of a form of the rule set''s own; null where it is a usual one.';
COMMENT ON COLUMN mart.branch.form_name IS '形式名称 What the rule set calls it; null likewise.';
COMMENT ON COLUMN mart.branch.form_english_name IS 'What it calls it in English; null likewise.';
GRANT SELECT ON mart.branch TO bi_reader;
