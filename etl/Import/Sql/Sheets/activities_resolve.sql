-- Grain: one activity per row.
ALTER TABLE sheet_row ADD COLUMN branch_id bigint, ADD COLUMN activity_id bigint, ADD COLUMN activity_count int NOT NULL DEFAULT 0,
    ADD COLUMN kind_code text, ADD COLUMN kind_name text, ADD COLUMN kind_english_name text;
-- Another word for a usual kind comes with that kind in front: SheetColumn.Said.
ALTER TABLE sheet_row ADD COLUMN kind_usual text;
UPDATE sheet_row SET kind_usual = split_part(kind, E'\x1F', 1), kind = split_part(kind, E'\x1F', 2) WHERE kind LIKE E'%\x1F%';
-- A kind that the rules of the row's day name, by code or name; kind is what it stands for. What is left is no kind: activities_kinds.
UPDATE sheet_row AS r SET kind = own.kind, kind_code = own.code, kind_name = own.name, kind_english_name = own.english_name
FROM (
    SELECT d.day, k.kind ->> 'kind' AS kind, k.kind ->> 'code' AS code, k.kind ->> 'name' AS name, k.kind ->> 'englishName' AS english_name
    FROM (SELECT DISTINCT coalesce(held_on, planned_on) AS day FROM sheet_row) AS d
    JOIN graph.committee AS c ON c.id = @CommitteeId
    CROSS JOIN LATERAL jsonb_array_elements(graph.rule_section(c.region_code, 'assessment', d.day) #> '{activities,kinds}') AS k (kind)
) AS own
WHERE own.day = coalesce(r.held_on, r.planned_on)
  AND (upper(r.kind) = own.code OR upper(graph.name_key(r.kind)) IN (upper(graph.name_key(own.name)), upper(graph.name_key(own.english_name))));
UPDATE sheet_row SET kind = kind_usual WHERE kind_usual IS NOT NULL AND kind_code IS NULL;
UPDATE sheet_row r SET branch_id = b.id FROM graph.branch b WHERE b.committee_id = @CommitteeId AND b.name = r.branch;

-- What was planned for a day is known by it, whatever the day on which it was held.
UPDATE sheet_row r SET activity_id = found.activity_id, activity_count = found.activity_count
FROM (
    SELECT r.position, min(a.id) AS activity_id, count(*)::int AS activity_count
    FROM sheet_row r JOIN graph.activity a ON a.branch_id = r.branch_id AND a.kind = r.kind AND a.title = r.title
        AND a.kind_code IS NOT DISTINCT FROM r.kind_code
        AND CASE WHEN r.planned_on IS NULL THEN a.planned_on IS NULL AND a.held_on = r.held_on ELSE a.planned_on = r.planned_on END
    GROUP BY r.position
) found
WHERE found.position = r.position;

INSERT INTO sheet_problem (position, field, code, value)
SELECT r.position, 'branch', 'UNKNOWN', r.branch FROM sheet_row r WHERE r.branch_id IS NULL
UNION ALL
SELECT r.position, 'title', 'AMBIGUOUS', r.title FROM sheet_row r WHERE r.activity_count > 1
UNION ALL
SELECT r.position, 'held_on', 'DAY_NEEDED', '' FROM sheet_row r WHERE r.planned_on IS NULL AND r.held_on IS NULL
UNION ALL
SELECT r.position, 'held_on', 'ATTENDANCE_NOT_HELD', ''
FROM sheet_row r LEFT JOIN graph.activity a ON a.id = r.activity_id
WHERE num_nonnulls(r.expected_count, r.attended_count) = 2 AND coalesce(r.held_on, a.held_on) IS NULL
UNION ALL
SELECT r.position, 'has_record', 'NOT_HELD', ''
FROM sheet_row r LEFT JOIN graph.activity a ON a.id = r.activity_id
WHERE r.has_record AND coalesce(r.held_on, a.held_on) IS NULL;

-- Two rows that mean one activity: the same planned day.
INSERT INTO sheet_problem (position, field, code, other)
SELECT r.position, 'planned_on', 'SAME_THING', min(o.position)
FROM sheet_row r JOIN sheet_row o ON o.branch_id = r.branch_id AND o.kind = r.kind AND o.title = r.title AND o.planned_on = r.planned_on AND o.position < r.position
GROUP BY r.position;
