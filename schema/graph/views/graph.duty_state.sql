CREATE OR REPLACE VIEW graph.duty_state AS
SELECT d.id, d.kind, d.committee_id, d.person_id, d.society_id, d.rectification_id, d.event_filing_id, d.period, d.due_on, d.target, d.clause,
       d.progress, d.done_on, d.work_target_id, d.state, d.lacking, d.title, d.title_en
FROM graph.duty_on(graph.today()) AS d;
COMMENT ON VIEW graph.duty_state IS '应办事项 Each duty with what was done for it; late on a day is what is due before it and not done by then.';
COMMENT ON COLUMN graph.duty_state.id IS 'Key of the duty.';
COMMENT ON COLUMN graph.duty_state.kind IS 'As in graph.duty.';
COMMENT ON COLUMN graph.duty_state.committee_id IS 'As in graph.duty.';
COMMENT ON COLUMN graph.duty_state.person_id IS 'As in graph.duty.';
COMMENT ON COLUMN graph.duty_state.society_id IS 'As in graph.duty.';
COMMENT ON COLUMN graph.duty_state.rectification_id IS 'As in graph.duty.';
COMMENT ON COLUMN graph.duty_state.event_filing_id IS 'As in graph.duty.';
COMMENT ON COLUMN graph.duty_state.period IS 'As in graph.duty.';
COMMENT ON COLUMN graph.duty_state.due_on IS 'As in graph.duty.';
COMMENT ON COLUMN graph.duty_state.target IS 'As in graph.duty.';
COMMENT ON COLUMN graph.duty_state.clause IS 'As in graph.duty.';
COMMENT ON COLUMN graph.duty_state.progress IS 'How many of them were done.';
COMMENT ON COLUMN graph.duty_state.done_on IS 'Day on which the last one that is due was done; null where some are missing.';
COMMENT ON COLUMN graph.duty_state.work_target_id IS 'As in graph.duty.';
COMMENT ON COLUMN graph.duty_state.state IS 'Today: DUE, LATE (its last day is over and it is not done), DONE or DONE_LATE.';
COMMENT ON COLUMN graph.duty_state.lacking IS 'How many are still to be done.';
COMMENT ON COLUMN graph.duty_state.title IS 'What it is, in Chinese words for people.';
COMMENT ON COLUMN graph.duty_state.title_en IS 'What it is, in English words for people.';
