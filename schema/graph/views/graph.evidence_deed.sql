CREATE OR REPLACE VIEW graph.evidence_deed AS
SELECT r.id AS evidence_record_id, k.id AS definition_id, r.subject_kind, r.subject_id, r.committee_id, coalesce(r.society_id, t.society_id) AS society_id,
       r.branch_id, r.held_on, n.amount, CASE jsonb_typeof(r.content -> k.year_field) WHEN 'number' THEN (r.content ->> k.year_field)::numeric END AS year
FROM graph.evidence_record AS r
JOIN graph.evidence_kind AS k ON k.code = r.kind AND k.subject_kind = r.subject_kind AND k.every_months IS NOT NULL
LEFT JOIN graph.leading_group AS g ON g.id = r.leading_group_id
LEFT JOIN graph.council_term AS t ON t.id = g.council_term_id
-- A field of the same name may hold something else by the definition that the record was made by.
CROSS JOIN LATERAL (
    SELECT CASE WHEN k.target_field IS NULL THEN 1
               WHEN jsonb_typeof(r.content -> k.target_field) = 'number' THEN (r.content ->> k.target_field)::numeric END AS amount
) AS n
WHERE r.is_met AND r.voided_on IS NULL AND n.amount IS NOT NULL AND (k.year_field IS NULL OR jsonb_typeof(r.content -> k.year_field) = 'number');
COMMENT ON VIEW graph.evidence_deed IS 'What counts towards kinds of evidence with a cadence: a row per record that is met and stands, and definition of its kind.';
COMMENT ON COLUMN graph.evidence_deed.evidence_record_id IS 'The record.';
COMMENT ON COLUMN graph.evidence_deed.definition_id IS 'The definition that it is counted by: graph.evidence_kind.id. It need not be the one by which it was recorded.';
COMMENT ON COLUMN graph.evidence_deed.subject_kind IS 'COMMITTEE, BRANCH, SOCIETY, LEADING_GROUP or PERSON.';
COMMENT ON COLUMN graph.evidence_deed.subject_id IS 'Key of the subject among its kind.';
COMMENT ON COLUMN graph.evidence_deed.committee_id IS 'The subject, where it is a committee.';
COMMENT ON COLUMN graph.evidence_deed.society_id IS 'The subject, where it is a society; that of the leading group, where it is one.';
COMMENT ON COLUMN graph.evidence_deed.branch_id IS 'The subject, where it is a party organization.';
COMMENT ON COLUMN graph.evidence_deed.held_on IS 'Day on which it was found or happened.';
COMMENT ON COLUMN graph.evidence_deed.amount IS 'What it adds: 1, or the value of the field that the definition sums up.';
COMMENT ON COLUMN graph.evidence_deed.year IS 'The year that it says it is made for; null where the definition counts it for the period of its day.';
