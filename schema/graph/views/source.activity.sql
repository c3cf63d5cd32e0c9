CREATE OR REPLACE VIEW source.activity AS
SELECT id AS activity_id, branch_id, kind, held_on, is_collective, has_plan AND has_attendance AND has_record AS is_documented,
       expected_count, attended_count, kind_code, kind_name, kind_english_name
FROM graph.activity
WHERE held_on IS NOT NULL;
COMMENT ON VIEW source.activity IS 'One row per activity that was held.';
