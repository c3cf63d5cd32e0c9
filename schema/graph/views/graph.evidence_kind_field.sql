CREATE OR REPLACE VIEW graph.evidence_kind_field AS
SELECT k.id || '/' || (f.field ->> 'name') AS id, k.id AS definition_id, f.position::int AS position, f.field ->> 'name' AS name,
       f.field ->> 'label' AS label, f.field ->> 'englishLabel' AS english_label, f.field ->> 'type' AS type,
       (f.field ->> 'required')::boolean AS is_required, (f.field ->> 'minimum')::numeric AS minimum, (f.field ->> 'maximum')::numeric AS maximum,
       f.field -> 'choices' AS choices
FROM graph.evidence_kind AS k
CROSS JOIN LATERAL jsonb_array_elements(k.definition -> 'fields') WITH ORDINALITY AS f (field, position);
COMMENT ON VIEW graph.evidence_kind_field IS 'Fields of the kinds of evidence records.';
COMMENT ON COLUMN graph.evidence_kind_field.id IS 'Key: that of the kind, a slash, the name.';
COMMENT ON COLUMN graph.evidence_kind_field.definition_id IS 'The kind: graph.evidence_kind.id.';
COMMENT ON COLUMN graph.evidence_kind_field.position IS 'Place among the fields, from 1.';
COMMENT ON COLUMN graph.evidence_kind_field.name IS 'Name in inputs and in graph.evidence_record.content.';
COMMENT ON COLUMN graph.evidence_kind_field.label IS 'Chinese label.';
COMMENT ON COLUMN graph.evidence_kind_field.english_label IS 'English label.';
COMMENT ON COLUMN graph.evidence_kind_field.type IS 'BOOLEAN, INTEGER, AMOUNT, TEXT, DATE or CHOICE.';
COMMENT ON COLUMN graph.evidence_kind_field.is_required IS 'Whether a record must state it.';
COMMENT ON COLUMN graph.evidence_kind_field.minimum IS 'Least number that it takes; null for none.';
COMMENT ON COLUMN graph.evidence_kind_field.maximum IS 'Greatest number that it takes; null for none.';
COMMENT ON COLUMN graph.evidence_kind_field.choices IS 'Codes to choose from with their labels; null where nothing is chosen.';
