CREATE OR REPLACE VIEW graph.society_clarity AS
SELECT s.id AS society_id, a.position, a.aspect,
       CASE WHEN a.aspect <> 'UNCOVERED_REASON' THEN CASE WHEN l.is_clear THEN 'CLEAR' WHEN NOT l.is_clear THEN 'UNCLEAR' ELSE 'NOT_RECORDED' END
            WHEN NOT s.there_during @> graph.today() OR graph.organized_during(s.id, r.coverage) @> graph.today() THEN 'NOT_APPLICABLE'
            WHEN u.id IS NOT NULL THEN 'CLEAR'
            ELSE 'NOT_RECORDED' END AS state,
       coalesce(l.statement, u.explanation) AS statement, l.counted, coalesce(l.valid_from, u.valid_from) AS recorded_on
FROM graph.society AS s
JOIN graph.committee AS c ON c.id = s.committee_id
JOIN graph.coverage_rule AS r ON r.region_code = c.region_code
CROSS JOIN LATERAL jsonb_array_elements_text(r.coverage #> '{ledger,aspects}') WITH ORDINALITY AS a (aspect, position)
LEFT JOIN graph.ledger_entry AS l ON l.society_id = s.id AND l.aspect = a.aspect AND l.valid_during @> graph.today()
LEFT JOIN graph.uncovered_reason AS u ON u.society_id = s.id AND a.aspect = 'UNCOVERED_REASON' AND u.valid_during @> graph.today()
    AND NOT graph.organized_during(s.id, r.coverage) && daterange(u.valid_from, graph.today());
COMMENT ON VIEW graph.society_clarity IS '五个清 What the ledger of a society tells today, a row per aspect that the rule set asks for (002 §2).';
COMMENT ON COLUMN graph.society_clarity.society_id IS 'The society.';
COMMENT ON COLUMN graph.society_clarity.position IS 'Place among the aspects, from 1.';
COMMENT ON COLUMN graph.society_clarity.aspect IS 'OPERATION, STAFF, PARTY_MEMBERS, PERSON_IN_CHARGE or UNCOVERED_REASON 未建党组织原因.';
COMMENT ON COLUMN graph.society_clarity.state IS 'CLEAR 清, UNCLEAR 不清, NOT_RECORDED 未登记, NOT_APPLICABLE 不适用: no reason is asked of a society that has an organization or is not there.';
COMMENT ON COLUMN graph.society_clarity.statement IS 'What is known, in words.';
COMMENT ON COLUMN graph.society_clarity.counted IS 'People counted, where they were.';
COMMENT ON COLUMN graph.society_clarity.recorded_on IS 'Day of the entry.';
