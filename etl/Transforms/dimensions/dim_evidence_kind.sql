-- Grain: one row per rule set with kinds of evidence records and kind.
CREATE TEMP TABLE new_evidence_kind ON COMMIT DROP AS
SELECT r.code || '/' || (k.kind ->> 'code') AS definition_id, r.code AS rule_set_code, k.position::int AS position, k.kind ->> 'code' AS code,
       k.kind ->> 'name' AS name, k.kind ->> 'englishName' AS english_name, k.kind ->> 'subject' AS subject_kind, k.kind ->> 'nature' AS nature,
       (k.kind #>> '{cadence,everyMonths}')::int AS every_months, (k.kind #>> '{cadence,target}')::numeric AS target,
       k.kind ->> 'source' AS source, k.kind #>> '{cadence,source}' AS cadence_source
FROM source.rule_set AS r
CROSS JOIN LATERAL jsonb_array_elements(r.content #> '{evidence,kinds}') WITH ORDINALITY AS k (kind, position);
DELETE FROM dw.dim_evidence_kind AS d
WHERE NOT EXISTS (
    SELECT FROM new_evidence_kind AS n
    WHERE (n.definition_id, n.position, n.name, n.english_name, n.subject_kind, n.nature, n.every_months, n.target, n.source, n.cadence_source)
          IS NOT DISTINCT FROM (d.definition_id, d.position, d.name, d.english_name, d.subject_kind, d.nature, d.every_months, d.target, d.source, d.cadence_source));
INSERT INTO dw.dim_evidence_kind (
    definition_id, rule_set_code, position, code, name, english_name, subject_kind, nature, every_months, target, source, cadence_source, load_run_id)
SELECT n.definition_id, n.rule_set_code, n.position, n.code, n.name, n.english_name, n.subject_kind, n.nature, n.every_months, n.target, n.source,
       n.cadence_source, l.load_run_id
FROM new_evidence_kind AS n CROSS JOIN load AS l
ON CONFLICT (definition_id) DO NOTHING;
