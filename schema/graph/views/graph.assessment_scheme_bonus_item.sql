CREATE OR REPLACE VIEW graph.assessment_scheme_bonus_item AS
SELECT s.id AS scheme_id, item.place::int AS position, item.value ->> 'code' AS code, item.value ->> 'text' AS text
FROM graph.assessment_scheme AS s
CROSS JOIN LATERAL jsonb_array_elements(s.content #> '{bonus,items}') WITH ORDINALITY AS item (value, place);
COMMENT ON VIEW graph.assessment_scheme_bonus_item IS '加分项 What a bonus is given for, by a scheme.';
COMMENT ON COLUMN graph.assessment_scheme_bonus_item.scheme_id IS 'The scheme.';
COMMENT ON COLUMN graph.assessment_scheme_bonus_item.position IS 'Place in the scheme, from 1.';
COMMENT ON COLUMN graph.assessment_scheme_bonus_item.code IS 'Its code.';
COMMENT ON COLUMN graph.assessment_scheme_bonus_item.text IS 'What it is, in short.';
