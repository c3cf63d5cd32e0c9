CREATE OR REPLACE VIEW mart.branch_version AS
SELECT branch_id, name, form, status, category, committee_id, lead_society_id, valid_from, valid_to, is_current, form_code, form_name, form_english_name
FROM dw.dim_branch
WHERE superseded_run_id IS NULL AND branch_key <> 0;
COMMENT ON VIEW mart.branch_version IS 'Party organizations over time. One row per branch and period with the same attributes; of one day: valid_from <= day < valid_to.';
COMMENT ON COLUMN mart.branch_version.branch_id IS 'Key of the branch in the graph.';
COMMENT ON COLUMN mart.branch_version.name IS '党组织 Name.';
COMMENT ON COLUMN mart.branch_version.form IS '组织形式 Form.';
COMMENT ON COLUMN mart.branch_version.status IS 'Status: PROPOSED 推进中, ESTABLISHED 已成立, DISSOLVED 已撤销.';
COMMENT ON COLUMN mart.branch_version.category IS '分类 Category.';
COMMENT ON COLUMN mart.branch_version.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN mart.branch_version.lead_society_id IS 'Its lead society; null where it has none.';
COMMENT ON COLUMN mart.branch_version.valid_from IS 'First day of the version; 1900-01-01 where the start is not stated.';
COMMENT ON COLUMN mart.branch_version.valid_to IS 'First day after the version; 9999-12-31 while it lasts.';
COMMENT ON COLUMN mart.branch_version.is_current IS 'True for the version that holds while nothing follows it.';
COMMENT ON COLUMN mart.branch_version.form_code IS '形式代码 Code of a form of the rule set''s own; null where it is a usual one.';
COMMENT ON COLUMN mart.branch_version.form_name IS '形式名称 What the rule set calls it; null likewise.';
COMMENT ON COLUMN mart.branch_version.form_english_name IS 'What it calls it in English; null likewise.';
GRANT SELECT ON mart.branch_version TO bi_reader;
