CREATE OR REPLACE VIEW graph.duty_done AS
SELECT d.id AS duty_id, done.day
FROM graph.duty AS d
CROSS JOIN LATERAL graph.duty_deeds(d.kind, d.committee_id, d.person_id, d.society_id, d.rectification_id, d.event_filing_id, d.period, d.begins_on, d.ends_on)
    AS done;
COMMENT ON VIEW graph.duty_done IS '任务完成 The deeds that count towards a duty, a row each.';
COMMENT ON COLUMN graph.duty_done.duty_id IS 'The duty.';
COMMENT ON COLUMN graph.duty_done.day IS 'When it was done.';
