-- Grain: one row per row of the sheet that adds or holds an activity and other activity of the branch, kind and title in its year.
SELECT r.position AS "Position", r.title AS "Title", r.planned_on AS "PlannedOn", r.held_on AS "HeldOn", a.planned_on AS "OtherPlannedOn",
       a.held_on AS "OtherHeldOn"
FROM sheet_row r
LEFT JOIN graph.activity own ON own.id = r.activity_id
JOIN graph.activity a ON a.branch_id = r.branch_id AND a.kind = r.kind AND a.id IS DISTINCT FROM r.activity_id
    AND a.year = extract(year FROM coalesce(r.held_on, r.planned_on))::int
    AND (a.held_on IS NULL OR a.held_on IN (r.held_on, r.planned_on))
WHERE (own.id IS NULL OR own.held_on IS NULL AND r.held_on IS NOT NULL) AND graph.name_key(a.title) = graph.name_key(r.title)
ORDER BY r.position;
