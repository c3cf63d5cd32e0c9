CREATE OR REPLACE VIEW graph.evidence_due AS
SELECT d.reference, d.kind, d.title, d.title_en, d.subject_kind, d.committee_id, d.branch_id, d.society_id, d.leading_group_id, d.period, d.begins_on,
       d.due_on, d.target, d.progress, d.lacking, d.done_on, d.state, d.clause, d.definition_id
FROM graph.evidence_due_on(graph.today()) AS d;
COMMENT ON VIEW graph.evidence_due IS '按期应报 What kinds of evidence with a cadence ask for, a row per subject and period since last year''s January; nothing of it is kept.';
COMMENT ON COLUMN graph.evidence_due.reference IS 'Key: kind and key of the subject, kind of evidence, first month of the period.';
COMMENT ON COLUMN graph.evidence_due.kind IS 'Code of the kind of evidence.';
COMMENT ON COLUMN graph.evidence_due.title IS 'What it is, in Chinese words for people.';
COMMENT ON COLUMN graph.evidence_due.title_en IS 'What it is, in English words for people.';
COMMENT ON COLUMN graph.evidence_due.subject_kind IS 'Who owes it: COMMITTEE, BRANCH, SOCIETY or LEADING_GROUP. A person belongs to no committee and owes nothing.';
COMMENT ON COLUMN graph.evidence_due.committee_id IS 'The committee to which it is due; the subject itself, where that is a committee.';
COMMENT ON COLUMN graph.evidence_due.branch_id IS 'The subject, where it is a party organization.';
COMMENT ON COLUMN graph.evidence_due.society_id IS 'The subject, where it is a society; that of the leading group, where it is one.';
COMMENT ON COLUMN graph.evidence_due.leading_group_id IS 'The subject, where it is a leading group.';
COMMENT ON COLUMN graph.evidence_due.period IS '2024, 2024H1, 2024Q1, 2024-01; any other by its first and last month, 2023-01/2024-12.';
COMMENT ON COLUMN graph.evidence_due.begins_on IS 'First day of the period.';
COMMENT ON COLUMN graph.evidence_due.due_on IS 'Last day in time: the last one of the period and the days of grace.';
COMMENT ON COLUMN graph.evidence_due.target IS 'How much is due: records that are met, or the sum of a field of them.';
COMMENT ON COLUMN graph.evidence_due.progress IS 'How much there is.';
COMMENT ON COLUMN graph.evidence_due.lacking IS 'How much is still missing.';
COMMENT ON COLUMN graph.evidence_due.done_on IS 'Day on which the target was reached; null where it is not.';
COMMENT ON COLUMN graph.evidence_due.state IS 'Today: DUE, LATE (its last day is over and it is not done), DONE or DONE_LATE.';
COMMENT ON COLUMN graph.evidence_due.clause IS 'Clauses that say when and how much.';
COMMENT ON COLUMN graph.evidence_due.definition_id IS 'The kind: graph.evidence_kind.id.';
