CREATE OR REPLACE VIEW mart.bonus AS
SELECT f.year,
       d.calendar_date AS claimed_on,
       f.branch_id,
       b.name AS branch_name,
       b.form AS branch_form,
       f.committee_id,
       c.name AS committee_name,
       c.region_code,
       c.province_code,
       f.bonus_item,
       f.level AS bonus_level,
       f.status,
       f.claimed,
       f.points,
       f.counted,
       f.load_run_id AS load_id,
       f.level_name AS bonus_level_name,
       f.level_english_name AS bonus_level_english_name
FROM dw.fct_bonus AS f
LEFT JOIN dw.dim_date AS d ON d.date_key = f.date_key
LEFT JOIN dw.dim_branch AS b ON b.branch_key = f.branch_key
LEFT JOIN dw.dim_committee AS c ON c.committee_key = f.committee_key
WHERE f.generation = (SELECT p.generation FROM dw.published AS p);
COMMENT ON VIEW mart.bonus IS 'Which bonus points were claimed, and which count? One row per claim. Safe to add.';
COMMENT ON COLUMN mart.bonus.year IS 'Year.';
COMMENT ON COLUMN mart.bonus.claimed_on IS 'When.';
COMMENT ON COLUMN mart.bonus.branch_id IS 'Key of the branch in the graph.';
COMMENT ON COLUMN mart.bonus.branch_name IS '党组织 Name of the branch.';
COMMENT ON COLUMN mart.bonus.branch_form IS '组织形式 Its form.';
COMMENT ON COLUMN mart.bonus.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN mart.bonus.committee_name IS '科技社团党委 Name of the committee.';
COMMENT ON COLUMN mart.bonus.region_code IS 'Region of the committee (GB/T 2260).';
COMMENT ON COLUMN mart.bonus.province_code IS 'Province of the committee; null for the country''s.';
COMMENT ON COLUMN mart.bonus.bonus_item IS '加分项 Item.';
COMMENT ON COLUMN mart.bonus.bonus_level IS '级别 Code of the level in the scheme; its labels are in mart.code.';
COMMENT ON COLUMN mart.bonus.status IS 'CLAIMED, ACCEPTED or REFUSED.';
COMMENT ON COLUMN mart.bonus.claimed IS 'Always 1.';
COMMENT ON COLUMN mart.bonus.points IS 'Points of the claim.';
COMMENT ON COLUMN mart.bonus.counted IS 'Points that count: accepted, and the highest of one piece of evidence.';
COMMENT ON COLUMN mart.bonus.load_id IS 'The load that wrote this row.';
COMMENT ON COLUMN mart.bonus.bonus_level_name IS '级别名称 What the scheme calls the level; null where it says nothing of a usual one.';
COMMENT ON COLUMN mart.bonus.bonus_level_english_name IS 'What it calls it in English; null likewise.';
GRANT SELECT ON mart.bonus TO bi_reader;
