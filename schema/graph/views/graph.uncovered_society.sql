CREATE OR REPLACE VIEW graph.uncovered_society AS
SELECT u.society_id, u.committee_id, u.reason, u.explanation, u.since
FROM graph.uncovered_society_on(graph.today()) AS u;
COMMENT ON VIEW graph.uncovered_society IS '未建党组织 Societies without an organization that counts today, and why.';
COMMENT ON COLUMN graph.uncovered_society.society_id IS 'The society; one row each.';
COMMENT ON COLUMN graph.uncovered_society.committee_id IS 'Its committee.';
COMMENT ON COLUMN graph.uncovered_society.reason IS 'The reason that the ledger tells; null where it tells none.';
COMMENT ON COLUMN graph.uncovered_society.explanation IS 'The reason in words.';
COMMENT ON COLUMN graph.uncovered_society.since IS 'First day of the reason.';
