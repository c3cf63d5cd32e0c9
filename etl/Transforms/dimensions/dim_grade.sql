-- Grain: one row per rule set with an assessment and grade.
CREATE TEMP TABLE new_grade ON COMMIT DROP AS
SELECT r.code AS rule_set_code, b.band ->> 'grade' AS grade, coalesce(b.band ->> 'code', b.band ->> 'grade') AS grade_code,
       b.band ->> 'name' AS name, b.band ->> 'englishName' AS english_name, row_number() OVER (PARTITION BY r.code ORDER BY b.from_score DESC)::int AS position,
       r.content #>> '{assessment,grades,score,value}' AS score, b.from_score,
       lag(b.from_score) OVER (PARTITION BY r.code ORDER BY b.from_score DESC) AS to_score, b.band #>> '{from,source}' AS source
FROM source.rule_set AS r
CROSS JOIN LATERAL (
    SELECT band, (band #>> '{from,value}')::numeric(7, 2) AS from_score FROM jsonb_array_elements(r.content #> '{assessment,grades,bands}') AS band
) AS b;
DELETE FROM dw.dim_grade AS d
WHERE NOT EXISTS (
    SELECT FROM new_grade AS n
    WHERE (n.rule_set_code, n.grade_code, n.grade, n.position, n.score, n.from_score, n.source)
          = (d.rule_set_code, d.grade_code, d.grade, d.position, d.score, d.from_score, d.source)
      AND (n.to_score, n.name, n.english_name) IS NOT DISTINCT FROM (d.to_score, d.name, d.english_name));
INSERT INTO dw.dim_grade (rule_set_code, grade, grade_code, name, english_name, position, score, from_score, to_score, source, load_run_id)
SELECT n.rule_set_code, n.grade, n.grade_code, n.name, n.english_name, n.position, n.score, n.from_score, n.to_score, n.source, l.load_run_id
FROM new_grade AS n CROSS JOIN load AS l
ON CONFLICT (rule_set_code, grade_code) DO NOTHING;
