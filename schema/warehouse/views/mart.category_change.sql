CREATE OR REPLACE VIEW mart.category_change AS
SELECT d.calendar_date AS changed_on,
       f.branch_id,
       b.name AS branch_name,
       b.form AS branch_form,
       f.committee_id,
       c.name AS committee_name,
       f.from_category,
       f.to_category,
       f.upgrade_to_a AS is_upgrade_to_a,
       l.finished_at AS loaded_at,
       f.change,
       c.region_code,
       c.province_code,
       s.discipline_code,
       s.level,
       s.kind AS society_kind,
       f.load_run_id AS load_id
FROM dw.fct_category_change AS f
LEFT JOIN dw.dim_date AS d ON d.date_key = f.date_key
LEFT JOIN dw.dim_branch AS b ON b.branch_key = f.branch_key
LEFT JOIN dw.dim_committee AS c ON c.committee_key = f.committee_key
LEFT JOIN dw.dim_society AS s ON s.society_key = f.society_key
LEFT JOIN dw.load_run AS l ON l.id = f.load_run_id
WHERE f.generation = (SELECT p.generation FROM dw.published AS p);
COMMENT ON VIEW mart.category_change IS 'Which branches changed their category, and when? One row per branch and change, its first classification included. Safe to add.';
COMMENT ON COLUMN mart.category_change.changed_on IS 'First day of the new category; null where the start is not stated.';
COMMENT ON COLUMN mart.category_change.branch_id IS 'Key of the branch in the graph.';
COMMENT ON COLUMN mart.category_change.branch_name IS '党组织 Name of the branch.';
COMMENT ON COLUMN mart.category_change.branch_form IS '组织形式 Its form.';
COMMENT ON COLUMN mart.category_change.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN mart.category_change.committee_name IS '科技社团党委 Name of the committee.';
COMMENT ON COLUMN mart.category_change.from_category IS 'Category before; null for a first classification.';
COMMENT ON COLUMN mart.category_change.to_category IS 'Category from that day on.';
COMMENT ON COLUMN mart.category_change.is_upgrade_to_a IS '转A (I07) 1 for a change from B or C to A.';
COMMENT ON COLUMN mart.category_change.loaded_at IS 'When the load that wrote this row ended; a later load that found nothing to change leaves it.';
COMMENT ON COLUMN mart.category_change.change IS 'Always 1.';
COMMENT ON COLUMN mart.category_change.region_code IS 'Region of the committee (GB/T 2260).';
COMMENT ON COLUMN mart.category_change.province_code IS 'Province of the committee; null for the country''s.';
COMMENT ON COLUMN mart.category_change.discipline_code IS '学科 Discipline; null where it is not known.';
COMMENT ON COLUMN mart.category_change.level IS '层级 Administrative level of the society.';
COMMENT ON COLUMN mart.category_change.society_kind IS '类型 Kind of the society; null where it is not known.';
COMMENT ON COLUMN mart.category_change.load_id IS 'The load that wrote this row.';
GRANT SELECT ON mart.category_change TO bi_reader;
