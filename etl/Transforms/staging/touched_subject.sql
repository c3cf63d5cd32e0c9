-- Grain: one row per subject and kind whose facts this load computes again, with the first month that it looks at.
CREATE TEMP TABLE touched_subject ON COMMIT DROP AS
SELECT subject, subject_id, min(coalesce(to_char(from_day, 'YYYYMM')::int * 100 + 1, 0)) AS from_month_key
FROM (
    SELECT subject, subject_id, from_day FROM touched WHERE subject_id IS NOT NULL
    UNION ALL
    SELECT subject, subject_id, after_day FROM due_subject
) AS one
GROUP BY subject, subject_id;
ANALYZE touched_subject;
