CREATE OR REPLACE VIEW source.evidence_asked AS
SELECT c.committee_id, k.id AS definition_id, k.code AS kind, k.subject_kind, k.every_months, k.target, k.grace_days, c.valid_during
FROM graph.evidence_kind AS k
JOIN graph.committee_evidence_kind AS c ON c.definition_id = k.id
WHERE k.every_months IS NOT NULL AND k.subject_kind <> 'PERSON';
COMMENT ON VIEW source.evidence_asked IS 'One row per committee, kind of evidence with a cadence and days on which its definition is in effect there.';
