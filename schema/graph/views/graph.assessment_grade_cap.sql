CREATE OR REPLACE VIEW graph.assessment_grade_cap AS
SELECT DISTINCT ON (e.id) e.id AS entry_id, k.effect ->> 'grade' AS grade, k.effect ->> 'source' AS clause, v.society_id, v.raised_on AS since, v.reason
FROM graph.assessment_entry AS e
JOIN graph.assessment_round AS r ON r.id = e.round_id
JOIN graph.committee AS c ON c.id = r.committee_id
JOIN graph.branch_society AS l ON l.branch_id = e.branch_id
JOIN graph.veto AS v ON v.society_id = l.society_id AND v.valid_during @> r.cut_off_on
CROSS JOIN LATERAL (SELECT graph.rule_section(c.region_code, 'coverage', r.cut_off_on) #> '{veto,effect}' AS effect OFFSET 0) AS k
WHERE k.effect ->> 'value' = 'GRADE_CAP'
ORDER BY e.id, v.raised_on, v.id;
COMMENT ON VIEW graph.assessment_grade_cap IS '一票否决 Entries whose grade a veto on the cut-off day limits, where the rules of that day say so.';
COMMENT ON COLUMN graph.assessment_grade_cap.entry_id IS 'The entry.';
COMMENT ON COLUMN graph.assessment_grade_cap.grade IS 'The best grade that is left to it.';
COMMENT ON COLUMN graph.assessment_grade_cap.clause IS 'Where the rule stands.';
COMMENT ON COLUMN graph.assessment_grade_cap.society_id IS 'The society whose veto it is, the earliest of several.';
COMMENT ON COLUMN graph.assessment_grade_cap.since IS 'First day of the veto.';
COMMENT ON COLUMN graph.assessment_grade_cap.reason IS 'Why it was raised.';
