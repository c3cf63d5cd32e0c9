-- Grain: one row per activity, with what its branch was on the day and what is recorded of it.
SELECT r.position AS "Position", b.name AS "Branch", b.status AS "Status", b.status = 'ESTABLISHED' AS "IsEstablished",
       r.activity_id IS NULL AND r.held_on IS NULL AS "IsPlan",
       b.ends_on AS "EndsOn", coalesce(r.planned_on, r.held_on) AS "PlannedOn",
       CASE WHEN a.held_on IS NULL THEN r.held_on END AS "HeldOn",
       EXISTS (SELECT FROM graph.branch_status_period p WHERE p.branch_id = b.id AND p.status = 'ESTABLISHED' AND p.valid_during @> r.held_on) AS "Stood",
       r.expected_count AS "Expected", r.attended_count AS "Attended",
       -- A row may say the same, or leave cells empty.
       CASE WHEN (a.held_on, a.is_collective, a.has_plan, a.has_record, a.expected_count, a.attended_count) IS DISTINCT FROM
               (coalesce(r.held_on, a.held_on), coalesce(r.is_collective, a.is_collective), coalesce(r.has_plan, a.has_plan),
                coalesce(r.has_record, a.has_record), coalesce(r.expected_count, a.expected_count), coalesce(r.attended_count, a.attended_count))
           THEN a.held_on END AS "Recorded"
FROM sheet_row r
JOIN graph.branch b ON b.id = r.branch_id
LEFT JOIN graph.activity a ON a.id = r.activity_id;
