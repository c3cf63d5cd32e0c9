CREATE OR REPLACE VIEW source.evidence AS
SELECT kind, society_id, branch_id, is_met, valid_during FROM graph.evidence_record WHERE valid_during IS NOT NULL;
COMMENT ON VIEW source.evidence IS 'One row per evidence record that is in force on some days.';
