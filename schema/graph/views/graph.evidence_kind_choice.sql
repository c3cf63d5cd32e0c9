CREATE OR REPLACE VIEW graph.evidence_kind_choice AS
SELECT f.id AS field_id, c.position::int AS position, c.choice ->> 'code' AS code, c.choice ->> 'label' AS label, c.choice ->> 'englishLabel' AS english_label
FROM graph.evidence_kind_field AS f
CROSS JOIN LATERAL jsonb_array_elements(f.choices) WITH ORDINALITY AS c (choice, position);
COMMENT ON VIEW graph.evidence_kind_choice IS 'Codes that a field of a kind of evidence records chooses from.';
COMMENT ON COLUMN graph.evidence_kind_choice.field_id IS 'The field: graph.evidence_kind_field.id.';
COMMENT ON COLUMN graph.evidence_kind_choice.position IS 'Place among the choices, from 1.';
COMMENT ON COLUMN graph.evidence_kind_choice.code IS 'Code.';
COMMENT ON COLUMN graph.evidence_kind_choice.label IS 'Chinese label.';
COMMENT ON COLUMN graph.evidence_kind_choice.english_label IS 'English label.';
