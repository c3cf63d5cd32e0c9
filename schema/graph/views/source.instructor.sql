CREATE OR REPLACE VIEW source.instructor AS
SELECT society_id, valid_during FROM graph.instructor_assignment;
COMMENT ON VIEW source.instructor IS 'One row per assignment of an instructor.';
