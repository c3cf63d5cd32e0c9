CREATE OR REPLACE VIEW graph.evidence_field AS
SELECT r.id AS record_id, coalesce(f.position, 1000) AS position, v.name, coalesce(f.label, v.name) AS label, coalesce(f.english_label, v.name) AS english_label, v.value
FROM graph.evidence_record AS r
CROSS JOIN LATERAL jsonb_each_text(r.content) AS v (name, value)
LEFT JOIN graph.evidence_kind_field AS f ON f.definition_id = r.definition_id AND f.name = v.name;
COMMENT ON VIEW graph.evidence_field IS 'What evidence records state, a row per record and field, with the labels of the definition; what was not stated has no row.';
COMMENT ON COLUMN graph.evidence_field.record_id IS 'The record.';
COMMENT ON COLUMN graph.evidence_field.position IS 'Place among the fields of the definition, from 1; behind them where the definition has the field no more.';
COMMENT ON COLUMN graph.evidence_field.name IS 'Name of the field.';
COMMENT ON COLUMN graph.evidence_field.label IS 'Chinese label; the name where the definition has the field no more.';
COMMENT ON COLUMN graph.evidence_field.english_label IS 'English label, likewise.';
COMMENT ON COLUMN graph.evidence_field.value IS 'Value as a text: true or false, a number, a day, a code, words.';
