CREATE OR REPLACE VIEW source.uncovered_reason AS
SELECT society_id, code, valid_during FROM graph.uncovered_reason;
COMMENT ON VIEW source.uncovered_reason IS 'One row per society and period with a reason for having no organization.';
