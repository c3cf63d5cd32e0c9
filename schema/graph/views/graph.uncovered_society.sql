CREATE OR REPLACE VIEW graph.uncovered_society AS
SELECT s.id AS society_id, s.committee_id, u.code AS reason, u.explanation, u.valid_from AS since
FROM graph.society AS s
JOIN graph.committee AS c ON c.id = s.committee_id
JOIN graph.coverage_rule AS r ON r.region_code = c.region_code
LEFT JOIN graph.uncovered_reason AS u ON u.society_id = s.id AND u.valid_during @> current_date
    -- A reason that was given before the society had an organization says nothing of why it has none again.
    AND NOT graph.organized_during(s.id, r.coverage) && daterange(u.valid_from, current_date)
WHERE NOT graph.organized_during(s.id, r.coverage) @> current_date;
COMMENT ON VIEW graph.uncovered_society IS '未建党组织 Societies without an organization that counts today, and why.';
COMMENT ON COLUMN graph.uncovered_society.society_id IS 'The society; one row each.';
COMMENT ON COLUMN graph.uncovered_society.committee_id IS 'Its committee.';
COMMENT ON COLUMN graph.uncovered_society.reason IS 'The reason that the ledger tells; null where it tells none.';
COMMENT ON COLUMN graph.uncovered_society.explanation IS 'The reason in words.';
COMMENT ON COLUMN graph.uncovered_society.since IS 'First day of the reason.';
