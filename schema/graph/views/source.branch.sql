CREATE OR REPLACE VIEW source.branch AS
SELECT id AS branch_id, name, form, committee_id, daterange(attributes_since, NULL) AS valid_during, form_code, form_name, form_english_name FROM graph.branch
UNION ALL
SELECT branch_id, name, form, committee_id, valid_during, form_code, form_name, form_english_name FROM graph.branch_past;
COMMENT ON VIEW source.branch IS 'One row per branch and period with the same name, form and committee.';
