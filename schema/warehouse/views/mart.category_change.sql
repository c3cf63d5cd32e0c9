CREATE OR REPLACE VIEW mart.category_change AS
SELECT d.calendar_date AS changed_on,
       f.branch_id,
       b.name AS branch_name,
       b.form AS branch_form,
       c.committee_id,
       c.name AS committee_name,
       f.from_category,
       f.to_category,
       f.is_upgrade_to_a,
       l.finished_at AS loaded_at
FROM dw.fct_category_change f
LEFT JOIN dw.dim_date d ON d.date_key = f.date_key
JOIN dw.dim_branch b ON b.branch_key = f.branch_key
JOIN dw.dim_committee c ON c.committee_key = f.committee_key
JOIN dw.load_run l ON l.id = f.load_run_id;
COMMENT ON VIEW mart.category_change IS 'Which branches changed their category, and when? One row per branch and change, its first classification included.';
COMMENT ON COLUMN mart.category_change.changed_on IS 'First day of the new category; null where the start is not stated.';
COMMENT ON COLUMN mart.category_change.branch_id IS 'Key of the branch in the graph.';
COMMENT ON COLUMN mart.category_change.branch_name IS '党组织 Name of the branch.';
COMMENT ON COLUMN mart.category_change.branch_form IS '组织形式 Its form.';
COMMENT ON COLUMN mart.category_change.committee_id IS 'Key of its committee in the graph.';
COMMENT ON COLUMN mart.category_change.committee_name IS '科技社团党委 Name of the committee.';
COMMENT ON COLUMN mart.category_change.from_category IS 'Category before; null for a first classification.';
COMMENT ON COLUMN mart.category_change.to_category IS 'Category from that day on.';
COMMENT ON COLUMN mart.category_change.is_upgrade_to_a IS '转A 1 for a change from B or C to A.';
COMMENT ON COLUMN mart.category_change.loaded_at IS 'When the load that wrote this row ended.';
GRANT SELECT ON mart.category_change TO bi_reader;
