CREATE OR REPLACE VIEW source.evidence_deed AS
SELECT evidence_record_id, definition_id, subject_kind, subject_id, committee_id, society_id, branch_id, held_on, amount, year
FROM graph.evidence_deed
WHERE subject_kind <> 'PERSON';
COMMENT ON VIEW source.evidence_deed IS 'One row per evidence record that counts towards what is due, and definition of its kind.';
