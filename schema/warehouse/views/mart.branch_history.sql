CREATE OR REPLACE VIEW mart.branch_history AS
SELECT m.calendar_date AS month,
       f.branch_id,
       b.name AS branch_name,
       b.form AS branch_form,
       b.status AS branch_status,
       f.category,
       f.committee_id,
       c.name AS committee_name,
       c.region_code,
       c.region_name,
       c.province_code,
       s.society_id,
       s.name AS society_name,
       s.kind AS society_kind,
       s.discipline_code,
       s.level,
       1 AS branch_count,
       f.established,
       f.activities_12m,
       f.activities_year,
       -- Null, not 0, where no rule set states a minimum.
       CASE WHEN f.minimum_asked = 1 THEN (f.minimum_met * f.established)::smallint END AS minimum_met,
       f.appraisal_done * f.established AS appraisal_done,
       f.plan,
       f.team,
       f.cross_posted,
       f.six_haves_recorded * f.established AS six_haves_recorded,
       f.six_haves_met * f.established AS six_haves_met,
       f.checked_in,
       l.finished_at AS loaded_at,
       f.load_run_id AS load_id,
       b.form_code,
       b.form_name,
       b.form_english_name
FROM dw.fct_branch_monthly AS f
LEFT JOIN dw.dim_date AS m ON m.date_key = f.month_key
LEFT JOIN dw.dim_branch AS b ON b.branch_key = f.branch_key
LEFT JOIN dw.dim_committee AS c ON c.committee_key = f.committee_key
LEFT JOIN dw.dim_society AS s ON s.society_key = f.society_key
LEFT JOIN dw.load_run AS l ON l.id = f.load_run_id
WHERE f.generation = (SELECT p.generation FROM dw.published AS p);
COMMENT ON VIEW mart.branch_history IS 'What did this branch do? One row per month and branch. Do not add over months: a branch has a row in each of them.';
COMMENT ON COLUMN mart.branch_history.month IS 'First day of the month; the row tells the state of its last day, or of the day of the load while the month lasts.';
COMMENT ON COLUMN mart.branch_history.branch_id IS 'Key of the branch in the graph.';
COMMENT ON COLUMN mart.branch_history.branch_name IS '党组织 Name of the branch.';
COMMENT ON COLUMN mart.branch_history.branch_form IS '组织形式 Its form.';
COMMENT ON COLUMN mart.branch_history.branch_status IS 'Status of the branch.';
COMMENT ON COLUMN mart.branch_history.category IS '分类 Category on that day.';
COMMENT ON COLUMN mart.branch_history.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN mart.branch_history.committee_name IS '科技社团党委 Name of the committee.';
COMMENT ON COLUMN mart.branch_history.region_code IS 'Region of the committee (GB/T 2260).';
COMMENT ON COLUMN mart.branch_history.region_name IS 'Name of the region.';
COMMENT ON COLUMN mart.branch_history.province_code IS 'Province of the committee; null for the country''s.';
COMMENT ON COLUMN mart.branch_history.society_id IS 'Key of its lead society in the graph; 0 where it has none.';
COMMENT ON COLUMN mart.branch_history.society_name IS '科技社团 Name of its lead society.';
COMMENT ON COLUMN mart.branch_history.society_kind IS '类型 Kind of the lead society; null where it is not known.';
COMMENT ON COLUMN mart.branch_history.discipline_code IS '学科 Discipline of the lead society; null where it is not known.';
COMMENT ON COLUMN mart.branch_history.level IS '层级 Level of the lead society.';
COMMENT ON COLUMN mart.branch_history.branch_count IS 'Always 1: its sum is the number of branches, proposed ones included.';
COMMENT ON COLUMN mart.branch_history.established IS '1 if established, 0 while proposed.';
COMMENT ON COLUMN mart.branch_history.activities_12m IS 'Collective activities of the twelve months up to the day.';
COMMENT ON COLUMN mart.branch_history.activities_year IS 'Collective activities of the year up to the day.';
COMMENT ON COLUMN mart.branch_history.minimum_met IS '活动达标 (I14) 1 for an established branch that held its category''s minimum this year so far, null where no rule set states one; ask it of December.';
COMMENT ON COLUMN mart.branch_history.appraisal_done IS '民主评议 (I15) 1 for an established branch that held its democratic appraisals this year; ask it of December.';
COMMENT ON COLUMN mart.branch_history.plan IS '年度计划 1 with a plan of this year.';
COMMENT ON COLUMN mart.branch_history.team IS '支部班子 (I10) People with a post in the branch.';
COMMENT ON COLUMN mart.branch_history.cross_posted IS '交叉任职 (I10) Those of them with a post in the council of one of its societies.';
COMMENT ON COLUMN mart.branch_history.six_haves_recorded IS '六有 1 for an established branch of which it is recorded what it has.';
COMMENT ON COLUMN mart.branch_history.six_haves_met IS '六有达标率 (I23) 1 for an established branch that has all six.';
COMMENT ON COLUMN mart.branch_history.checked_in IS '社区报到 (I24) 1 where it checked in to a community this year.';
COMMENT ON COLUMN mart.branch_history.loaded_at IS 'When the load that wrote this row ended; a later load that found nothing to change leaves it.';
COMMENT ON COLUMN mart.branch_history.load_id IS 'The load that wrote this row.';
COMMENT ON COLUMN mart.branch_history.form_code IS '形式代码 Code of a form of the rule set''s own; null where it is a usual one.';
COMMENT ON COLUMN mart.branch_history.form_name IS '形式名称 What the rule set calls it; null likewise.';
COMMENT ON COLUMN mart.branch_history.form_english_name IS 'What it calls it in English; null likewise.';
GRANT SELECT ON mart.branch_history TO bi_reader;
