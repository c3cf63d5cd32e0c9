-- Facts that the graph knows, none of which decides by itself: a person confirms or dismisses each before the entry is reviewed.
CREATE OR REPLACE VIEW graph.assessment_proposed_finding AS
SELECT e.id AS entry_id, p.cause, p.fail_rule, p.society_id, p.since, p.evidence
FROM graph.assessment_entry AS e
JOIN graph.assessment_round AS r ON r.id = e.round_id
JOIN graph.assessment_scheme AS s ON s.id = r.scheme_id
CROSS JOIN LATERAL (
    SELECT 'SOCIETY_CANCELLED' AS cause, 'SOCIETY_CANCELLED' AS fail_rule, o.id AS society_id, coalesce(o.cancelled_on, o.attributes_since) AS since, o.name AS evidence
    FROM graph.branch_society AS l
    JOIN graph.society AS o ON o.id = l.society_id
    WHERE l.branch_id = e.branch_id AND (o.operating_state = 'CANCELLED' OR o.cancelled_on IS NOT NULL)
        AND coalesce(o.cancelled_on, o.attributes_since, '-infinity') <= r.cut_off_on
    UNION ALL
    SELECT 'INSPECTION_FAILED', 'INSPECTION_FAILED', i.society_id, i.held_on, i.collected
    FROM graph.branch_society AS l
    JOIN graph.sync_point AS i ON i.society_id = l.society_id
    WHERE l.branch_id = e.branch_id AND i.occasion = 'ANNUAL_INSPECTION' AND i.result = 'FAILED'
        AND i.held_on BETWEEN make_date(e.year, 1, 1) AND r.cut_off_on
    UNION ALL
    -- 004 names no fail rule for it: whoever confirms it says which one it is, unless the rules of the day do.
    SELECT 'VETO', CASE WHEN s.content -> 'failRules' @> jsonb_build_array(jsonb_build_object('code', k.effect ->> 'failRule')) THEN k.effect ->> 'failRule' END,
           v.society_id, v.raised_on, v.reason
    FROM graph.branch_society AS l
    JOIN graph.veto AS v ON v.society_id = l.society_id
    JOIN graph.committee AS c ON c.id = r.committee_id
    CROSS JOIN LATERAL (SELECT graph.rule_section(c.region_code, 'coverage', r.cut_off_on) #> '{veto,effect}' AS effect OFFSET 0) AS k
    WHERE l.branch_id = e.branch_id AND v.valid_during @> r.cut_off_on AND coalesce(k.effect ->> 'value', 'PROPOSE') IN ('PROPOSE', 'FAIL')
) AS p
WHERE e.stage <> 'ISSUED'
    AND (p.fail_rule IS NULL OR s.content -> 'failRules' @> jsonb_build_array(jsonb_build_object('code', p.fail_rule)))
    AND NOT EXISTS (SELECT FROM graph.dismissed_finding AS d WHERE d.entry_id = e.id AND d.cause = p.cause)
    -- One that was withdrawn was looked at, too.
    AND NOT EXISTS (SELECT FROM graph.fail_finding AS f WHERE f.entry_id = e.id
        AND CASE WHEN p.fail_rule IS NULL THEN f.withdrawn_on IS NULL ELSE f.fail_rule = p.fail_rule END);
COMMENT ON VIEW graph.assessment_proposed_finding IS '待认定的情形 What the graph knows of a branch''s society that may make the branch fail, until somebody confirms or dismisses it.';
COMMENT ON COLUMN graph.assessment_proposed_finding.entry_id IS 'The entry.';
COMMENT ON COLUMN graph.assessment_proposed_finding.cause IS 'SOCIETY_CANCELLED, INSPECTION_FAILED or VETO.';
COMMENT ON COLUMN graph.assessment_proposed_finding.fail_rule IS 'The fail rule that it would be; null where the scheme leaves that to people.';
COMMENT ON COLUMN graph.assessment_proposed_finding.society_id IS 'The society of which it is known.';
COMMENT ON COLUMN graph.assessment_proposed_finding.since IS 'Its day; null where it is not stated.';
COMMENT ON COLUMN graph.assessment_proposed_finding.evidence IS 'What is known.';
