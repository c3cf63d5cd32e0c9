CREATE OR REPLACE VIEW mart.activity AS
SELECT f.activity_id,
       d.calendar_date AS held_on,
       f.branch_id,
       b.name AS branch_name,
       b.form AS branch_form,
       f.category,
       f.committee_id,
       c.name AS committee_name,
       c.region_code,
       c.province_code,
       s.discipline_code,
       s.level,
       s.kind AS society_kind,
       f.kind,
       f.held,
       f.collective,
       f.documented,
       f.expected,
       f.attended,
       f.load_run_id AS load_id,
       f.kind_code,
       f.kind_name,
       f.kind_english_name
FROM dw.fct_activity AS f
LEFT JOIN dw.dim_date AS d ON d.date_key = f.date_key
LEFT JOIN dw.dim_branch AS b ON b.branch_key = f.branch_key
LEFT JOIN dw.dim_committee AS c ON c.committee_key = f.committee_key
LEFT JOIN dw.dim_society AS s ON s.society_key = f.society_key
WHERE f.generation = (SELECT p.generation FROM dw.published AS p);
COMMENT ON VIEW mart.activity IS 'Which activities were held? One row per activity. Safe to add.';
COMMENT ON COLUMN mart.activity.activity_id IS 'Key of the activity in the graph.';
COMMENT ON COLUMN mart.activity.held_on IS 'When.';
COMMENT ON COLUMN mart.activity.branch_id IS 'Key of the branch in the graph.';
COMMENT ON COLUMN mart.activity.branch_name IS '党组织 Name of the branch.';
COMMENT ON COLUMN mart.activity.branch_form IS '组织形式 Its form.';
COMMENT ON COLUMN mart.activity.category IS '分类 Category of the branch on that day.';
COMMENT ON COLUMN mart.activity.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN mart.activity.committee_name IS '科技社团党委 Name of the committee.';
COMMENT ON COLUMN mart.activity.region_code IS 'Region of the committee (GB/T 2260).';
COMMENT ON COLUMN mart.activity.province_code IS 'Province of the committee; null for the country''s.';
COMMENT ON COLUMN mart.activity.discipline_code IS '学科 Discipline; null where it is not known.';
COMMENT ON COLUMN mart.activity.level IS '层级 Administrative level of the society.';
COMMENT ON COLUMN mart.activity.society_kind IS '类型 Kind of the society; null where it is not known.';
COMMENT ON COLUMN mart.activity.kind IS 'Kind; its labels are in mart.code. Of a kind of the rule set''s own the usual one that it stands for.';
COMMENT ON COLUMN mart.activity.held IS 'Always 1.';
COMMENT ON COLUMN mart.activity.collective IS '集中开展 1 if collective.';
COMMENT ON COLUMN mart.activity.documented IS '1 with plan, attendance and record.';
COMMENT ON COLUMN mart.activity.expected IS '应到 (I16) Those expected, where both numbers are recorded, else 0.';
COMMENT ON COLUMN mart.activity.attended IS '实到 (I16) Those who came, where both numbers are recorded, else 0.';
COMMENT ON COLUMN mart.activity.load_id IS 'The load that wrote this row.';
COMMENT ON COLUMN mart.activity.kind_code IS '类型代码 Code of a kind of the rule set''s own, a code of activity_kind; null where it is a usual one.';
COMMENT ON COLUMN mart.activity.kind_name IS '类型名称 What the rule set calls it; null likewise.';
COMMENT ON COLUMN mart.activity.kind_english_name IS 'What it calls it in English; null likewise.';
GRANT SELECT ON mart.activity TO bi_reader;
