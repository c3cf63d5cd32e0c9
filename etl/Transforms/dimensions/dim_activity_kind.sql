-- Grain: one row per rule set with kinds of activities of its own and kind.
CREATE TEMP TABLE new_activity_kind ON COMMIT DROP AS
SELECT r.code AS rule_set_code, k.kind ->> 'code' AS code, k.kind ->> 'kind' AS kind, k.kind ->> 'name' AS name, k.kind ->> 'englishName' AS english_name,
       k.position::int AS position
FROM source.rule_set AS r
CROSS JOIN LATERAL jsonb_array_elements(r.content #> '{assessment,activities,kinds}') WITH ORDINALITY AS k (kind, position);
DELETE FROM dw.dim_activity_kind AS d
WHERE NOT EXISTS (
    SELECT FROM new_activity_kind AS n
    WHERE (n.rule_set_code, n.code, n.kind, n.name, n.english_name, n.position) = (d.rule_set_code, d.code, d.kind, d.name, d.english_name, d.position));
INSERT INTO dw.dim_activity_kind (rule_set_code, code, kind, name, english_name, position, load_run_id)
SELECT n.rule_set_code, n.code, n.kind, n.name, n.english_name, n.position, l.load_run_id
FROM new_activity_kind AS n CROSS JOIN load AS l
ON CONFLICT (rule_set_code, code) DO NOTHING;
