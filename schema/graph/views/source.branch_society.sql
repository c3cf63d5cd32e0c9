CREATE OR REPLACE VIEW source.branch_society AS
SELECT branch_id, society_id, is_lead, daterange(since, NULL) AS valid_during FROM graph.branch_society
UNION ALL
SELECT branch_id, society_id, is_lead, valid_during FROM graph.branch_society_past;
COMMENT ON VIEW source.branch_society IS 'One row per branch, society and period.';
