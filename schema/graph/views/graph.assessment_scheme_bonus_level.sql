CREATE OR REPLACE VIEW graph.assessment_scheme_bonus_level AS
SELECT s.id AS scheme_id, level.place::int AS position, level.value ->> 'code' AS code, level.value ->> 'name' AS name,
    level.value ->> 'englishName' AS english_name
FROM graph.assessment_scheme AS s
CROSS JOIN LATERAL jsonb_array_elements(coalesce(s.content #> '{bonus,levels}', '[{"code": "DEPARTMENT"}, {"code": "MUNICIPAL"}, {"code": "CENTRAL"}]'))
    WITH ORDINALITY AS level (value, place);
COMMENT ON VIEW graph.assessment_scheme_bonus_level IS '级别 Levels at which a bonus is given, by a scheme: the usual three where it names none.';
COMMENT ON COLUMN graph.assessment_scheme_bonus_level.scheme_id IS 'The scheme.';
COMMENT ON COLUMN graph.assessment_scheme_bonus_level.position IS 'Place in order, the lowest first.';
COMMENT ON COLUMN graph.assessment_scheme_bonus_level.code IS 'Its code.';
COMMENT ON COLUMN graph.assessment_scheme_bonus_level.name IS 'What the scheme calls it; null where it says nothing of a usual one.';
COMMENT ON COLUMN graph.assessment_scheme_bonus_level.english_name IS 'What the scheme calls it in English; null likewise.';
