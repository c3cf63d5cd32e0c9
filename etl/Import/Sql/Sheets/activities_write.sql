-- Grain: one activity per row. Only what was not held yet changes.
WITH changed AS (
    UPDATE graph.activity a SET held_on = r.held_on, is_collective = coalesce(r.is_collective, a.is_collective), has_plan = coalesce(r.has_plan, a.has_plan),
        has_record = coalesce(r.has_record, false), has_attendance = r.expected_count IS NOT NULL, expected_count = r.expected_count, attended_count = r.attended_count
    FROM sheet_row r
    WHERE a.id = r.activity_id AND a.held_on IS NULL
      AND (r.held_on IS NOT NULL OR a.is_collective <> coalesce(r.is_collective, a.is_collective) OR a.has_plan <> coalesce(r.has_plan, a.has_plan))
    RETURNING a.id
)
UPDATE sheet_row r SET is_changed = true FROM changed WHERE changed.id = r.activity_id;

INSERT INTO graph.activity (branch_id, kind, kind_code, kind_name, kind_english_name, title, planned_on, held_on, is_collective, has_plan, has_attendance, has_record, expected_count, attended_count)
SELECT r.branch_id, r.kind, r.kind_code, r.kind_name, r.kind_english_name, r.title, r.planned_on, r.held_on, coalesce(r.is_collective, true), coalesce(r.has_plan, r.held_on IS NULL),
       r.expected_count IS NOT NULL, coalesce(r.has_record, false), r.expected_count, r.attended_count
FROM sheet_row r
WHERE r.activity_id IS NULL
ORDER BY r.position;
UPDATE sheet_row SET is_new = true WHERE activity_id IS NULL;
