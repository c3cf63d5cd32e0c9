CREATE OR REPLACE FUNCTION graph.uncovered_society_on(day date)
RETURNS TABLE (society_id bigint, committee_id bigint, reason text, explanation text, since date)
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT s.id, c.id, u.code, u.explanation, u.valid_from
    FROM graph.society AS s
    -- Whoever was responsible for it on the day.
    LEFT JOIN graph.society_past AS was ON was.society_id = s.id AND uncovered_society_on.day < s.attributes_since
        AND was.valid_during @> uncovered_society_on.day
    JOIN graph.committee AS c ON c.id = coalesce(was.committee_id, s.committee_id)
    JOIN graph.region AS r ON r.code = c.region_code
    -- A value, looked up once and not once per column that reads it, as in graph.coverage_rule.
    CROSS JOIN LATERAL (SELECT graph.rule_section(r.code, 'coverage', uncovered_society_on.day) AS coverage OFFSET 0) AS k
    LEFT JOIN graph.uncovered_reason AS u ON u.society_id = s.id AND u.valid_during @> uncovered_society_on.day
        -- A reason that was given before the society had an organization says nothing of why it has none again.
        AND NOT graph.organized_during(s.id, k.coverage) && daterange(u.valid_from, uncovered_society_on.day)
    WHERE s.there_during @> uncovered_society_on.day AND NOT graph.organized_during(s.id, k.coverage) @> uncovered_society_on.day;
END;
COMMENT ON FUNCTION graph.uncovered_society_on IS '未建党组织 Societies that were there and had no organization that counts on a day by the rules of that day, and why.';
