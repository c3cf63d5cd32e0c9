-- The planner writes its text into the statement that asks, behind a limit, so that it runs once a row and not once per use.
CREATE OR REPLACE FUNCTION graph.rules_in_effect(region char(6), section text, on_day date) RETURNS TABLE (content jsonb, rule_set_code text)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT s.content, s.rule_set_code
FROM graph.rule_set_section AS s
LEFT JOIN graph.region AS r ON r.code = rules_in_effect.region
WHERE s.section = rules_in_effect.section AND (s.is_default OR s.region_code = ANY (r.around))
  AND (s.effective_from IS NULL OR s.effective_from <= on_day) AND (s.effective_to IS NULL OR on_day < s.effective_to)
ORDER BY s.is_default, array_position(r.around, s.region_code), s.effective_from DESC NULLS LAST, s.rule_set_code DESC
LIMIT 1
$$;
COMMENT ON FUNCTION graph.rules_in_effect IS 'A section of the rules in effect in a region on a day, and the rule set that it stands in: the nearest one that has it, the latest of several, else the default one; no row where none has it.';
