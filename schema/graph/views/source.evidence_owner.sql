CREATE OR REPLACE VIEW source.evidence_owner AS
SELECT subject_kind, subject_id, committee_id, society_id, during FROM graph.evidence_subject WHERE subject_kind IN ('COMMITTEE', 'LEADING_GROUP');
COMMENT ON VIEW source.evidence_owner IS 'One row per committee, and per leading group and committee: days on which it can owe evidence. Those of societies and branches are versions of the star.';
