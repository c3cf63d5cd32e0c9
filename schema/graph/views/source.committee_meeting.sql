CREATE OR REPLACE VIEW source.committee_meeting AS
SELECT id AS meeting_id, committee_id, kind, held_on FROM graph.committee_meeting;
COMMENT ON VIEW source.committee_meeting IS 'One row per meeting of a committee.';
