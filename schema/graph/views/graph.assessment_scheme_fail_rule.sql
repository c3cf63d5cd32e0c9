CREATE OR REPLACE VIEW graph.assessment_scheme_fail_rule AS
SELECT s.id AS scheme_id, rule.place::int AS position, rule.value ->> 'code' AS code, rule.value ->> 'text' AS text, rule.value ->> 'clause' AS clause
FROM graph.assessment_scheme AS s
CROSS JOIN LATERAL jsonb_array_elements(s.content -> 'failRules') WITH ORDINALITY AS rule (value, place);
COMMENT ON VIEW graph.assessment_scheme_fail_rule IS '不合格情形 What makes a branch fail whatever its score, by a scheme.';
COMMENT ON COLUMN graph.assessment_scheme_fail_rule.scheme_id IS 'The scheme.';
COMMENT ON COLUMN graph.assessment_scheme_fail_rule.position IS 'Place in the scheme, from 1.';
COMMENT ON COLUMN graph.assessment_scheme_fail_rule.code IS 'Its code.';
COMMENT ON COLUMN graph.assessment_scheme_fail_rule.text IS 'What it is, in short.';
COMMENT ON COLUMN graph.assessment_scheme_fail_rule.clause IS 'Clauses that say so.';
