-- As graph.uncovered_society_on says it of today, on which a society has the committee that stands with it: so those of a committee are found by index.
CREATE OR REPLACE VIEW graph.uncovered_society AS
SELECT s.id AS society_id, s.committee_id, u.code AS reason, u.explanation, u.valid_from AS since
FROM graph.society AS s
JOIN graph.committee AS c ON c.id = s.committee_id
JOIN graph.region AS r ON r.code = c.region_code
CROSS JOIN LATERAL (SELECT graph.rule_section(r.code, 'coverage', graph.today()) AS coverage OFFSET 0) AS k
LEFT JOIN graph.uncovered_reason AS u ON u.society_id = s.id AND u.valid_during @> graph.today()
    AND NOT graph.organized_during(s.id, k.coverage) && daterange(u.valid_from, graph.today())
WHERE s.there_during @> graph.today() AND NOT graph.organized_during(s.id, k.coverage) @> graph.today();
COMMENT ON VIEW graph.uncovered_society IS '未建党组织 Societies without an organization that counts today, and why.';
COMMENT ON COLUMN graph.uncovered_society.society_id IS 'The society; one row each.';
COMMENT ON COLUMN graph.uncovered_society.committee_id IS 'Its committee.';
COMMENT ON COLUMN graph.uncovered_society.reason IS 'The reason that the ledger tells; null where it tells none.';
COMMENT ON COLUMN graph.uncovered_society.explanation IS 'The reason in words.';
COMMENT ON COLUMN graph.uncovered_society.since IS 'First day of the reason.';
