-- Grain: one row per section, region with a committee and period in which one rule set's section is in effect there.
-- The nearest region's rules come before those around it, later ones before earlier ones, as graph.rules_in_effect has it.
CREATE TEMP TABLE rule_period ON COMMIT DROP AS
WITH section AS (
    SELECT s.key AS section, r.code AS rule_set_code, r.region_code, r.is_default, r.effective_from, r.effective_to, s.value AS content
    FROM source.rule_set AS r
    CROSS JOIN LATERAL jsonb_each(r.content) AS s
    WHERE s.key IN ('assessment', 'leadingGroups') AND jsonb_typeof(s.value) = 'object'
), place AS (
    SELECT r.code, r.around FROM source.region AS r
    WHERE r.code IN (
        SELECT c.region_code FROM source.committee AS c
        WHERE c.committee_id IN (SELECT p.committee_id FROM scope_society AS s JOIN source.society AS p ON p.society_id = s.society_id
                           UNION SELECT p.committee_id FROM scope_branch AS s JOIN source.branch AS p ON p.branch_id = s.branch_id
                           -- A joint branch may stand in societies of another committee.
                           UNION SELECT b.committee_id FROM scope_society AS s JOIN source.branch_society AS d ON d.society_id = s.society_id
                                 JOIN source.branch AS b ON b.branch_id = d.branch_id))
), border AS (
    SELECT DISTINCT section, day FROM section CROSS JOIN LATERAL (VALUES (NULL::date), (effective_from), (effective_to)) AS d (day)
)
SELECT b.section, p.code AS region_code,
       daterange(b.day, lead(b.day) OVER (PARTITION BY b.section, p.code ORDER BY b.day NULLS FIRST)) AS during, found.content
FROM border AS b
CROSS JOIN place AS p
CROSS JOIN LATERAL (
    SELECT s.content
    FROM section AS s
    WHERE s.section = b.section AND (s.is_default OR s.region_code::text = ANY (p.around))
      AND (s.effective_from IS NULL OR s.effective_from <= b.day) AND (s.effective_to IS NULL OR b.day IS NULL OR b.day < s.effective_to)
    ORDER BY s.is_default, array_position(p.around, s.region_code::text), s.effective_from DESC NULLS LAST, s.rule_set_code DESC
    LIMIT 1
) AS found;
ANALYZE rule_period;
CREATE TEMP TABLE activity_minimum ON COMMIT DROP AS
SELECT p.region_code, p.during, m.minimum ->> 'category' AS category, (m.minimum #>> '{activities,value}')::int AS activities,
       (p.content #>> '{activities,appraisals,value}')::int AS appraisals
FROM rule_period AS p
CROSS JOIN LATERAL jsonb_array_elements(p.content #> '{activities,minimums}') AS m (minimum)
WHERE p.section = 'assessment';
ANALYZE activity_minimum;
