CREATE OR REPLACE VIEW graph.member_status_history AS
SELECT id AS member_id, status, status_since AS valid_from, NULL::date AS valid_to FROM graph.member
UNION ALL
SELECT member_id, status, lower(valid_during), upper(valid_during) FROM graph.member_status_past;
COMMENT ON VIEW graph.member_status_history IS '党员状态沿革 Statuses of members over time.';
COMMENT ON COLUMN graph.member_status_history.member_id IS 'The member.';
COMMENT ON COLUMN graph.member_status_history.status IS 'FULL or PROBATIONARY.';
COMMENT ON COLUMN graph.member_status_history.valid_from IS 'First day; null where the start is not stated.';
COMMENT ON COLUMN graph.member_status_history.valid_to IS 'First day after it; null while it lasts.';
