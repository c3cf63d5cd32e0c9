-- Grain: rule_section: one row per rule set and section; rule_period: one row per section, region with a committee in scope and period in which one
-- rule set's section is in effect there. Of a section what facts ask for: whole sections in every row would be written out and read again.
-- The nearest region's rules come before those around it, later ones before earlier ones, as graph.rules_in_effect has it.
CREATE TEMP TABLE rule_section ON COMMIT DROP AS
SELECT s.section, r.code AS rule_set_code, r.region_code, r.is_default, r.effective_from, r.effective_to,
       s.content #>> '{quorum,value}' AS quorum, s.content #> '{activities,minimums}' AS minimums,
       (s.content #>> '{activities,appraisals,value}')::int AS appraisals
FROM source.rule_set AS r
CROSS JOIN LATERAL (VALUES ('assessment', r.content -> 'assessment'), ('leadingGroups', r.content -> 'leadingGroups')) AS s (section, content)
WHERE jsonb_typeof(s.content) = 'object';
ANALYZE rule_section;
-- A table of its own, so that the planner knows how few committees there are: it takes the views for millions of rows and makes room for them.
CREATE TEMP TABLE rule_committee ON COMMIT DROP AS
-- By versions, which are found by key: of the view the planner would read every society there is.
SELECT v.committee_id FROM scope_society AS s JOIN dw.dim_society AS v ON v.society_id = s.society_id AND v.superseded_run_id IS NULL
UNION ALL
SELECT p.committee_id FROM scope_branch AS s JOIN source.branch AS p ON p.branch_id = s.branch_id
UNION ALL
-- A joint branch may stand in societies of another committee.
SELECT b.committee_id FROM scope_society AS s JOIN source.branch_society AS d ON d.society_id = s.society_id JOIN source.branch AS b ON b.branch_id = d.branch_id;
ANALYZE rule_committee;
CREATE TEMP TABLE rule_period ON COMMIT DROP AS
WITH place AS (
    SELECT r.code, r.around FROM region_around AS r
    WHERE r.code IN (SELECT c.region_code FROM source.committee AS c WHERE c.committee_id IN (SELECT committee_id FROM rule_committee))
), border AS (
    -- Since ever, too, of a section that no rule set has.
    SELECT section, NULL::date AS day FROM (VALUES ('assessment'), ('leadingGroups')) AS s (section)
    UNION
    SELECT section, day FROM rule_section CROSS JOIN LATERAL (VALUES (NULL::date), (effective_from), (effective_to)) AS d (day)
)
SELECT b.section, p.code AS region_code,
       daterange(b.day, lead(b.day) OVER (PARTITION BY b.section, p.code ORDER BY b.day NULLS FIRST)) AS during, found.rule_set_code, found.quorum
FROM border AS b
CROSS JOIN place AS p
-- Without a rule set where none has the section.
LEFT JOIN LATERAL (
    SELECT s.rule_set_code, s.quorum
    FROM rule_section AS s
    WHERE s.section = b.section AND (s.is_default OR s.region_code::text = ANY (p.around))
      AND (s.effective_from IS NULL OR s.effective_from <= b.day) AND (s.effective_to IS NULL OR b.day IS NULL OR b.day < s.effective_to)
    ORDER BY s.is_default, array_position(p.around, s.region_code::text), s.effective_from DESC NULLS LAST, s.rule_set_code DESC
    LIMIT 1
) AS found ON true;
ANALYZE rule_period;
CREATE TEMP TABLE activity_minimum ON COMMIT DROP AS
SELECT p.region_code, p.during, m.minimum ->> 'category' AS category, (m.minimum #>> '{activities,value}')::int AS activities,
       s.appraisals
FROM rule_period AS p
JOIN rule_section AS s ON s.section = p.section AND s.rule_set_code = p.rule_set_code
CROSS JOIN LATERAL jsonb_array_elements(s.minimums) AS m (minimum)
WHERE p.section = 'assessment';
ANALYZE activity_minimum;
