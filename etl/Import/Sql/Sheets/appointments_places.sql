-- Grain: one row per row, with the places that it names as the fields of a mutation, and the term in which a new post of a council lies.
SELECT r.position AS "Position", r.post AS "Post", CASE r.place WHEN 'council' THEN 'councilTerm' ELSE r.place END AS "Of",
       array_remove(ARRAY[
           CASE WHEN r.branch IS NOT NULL THEN 'branch' END,
           CASE WHEN r.society IS NOT NULL THEN CASE WHEN r.place = 'council' THEN 'councilTerm' ELSE 'society' END END,
           -- The list is one committee's.
           CASE WHEN r.place = 'committee' THEN 'committee' END], NULL) AS "Given",
       r.appointment_id IS NULL AND t.id IS NOT NULL AS "IsInCouncil", t.started_on AS "StartedOn", t.ends_on AS "EndsOn", r.valid_from AS "From", upper(r.held) AS "Until"
FROM sheet_row r
LEFT JOIN graph.council_term t ON t.id = r.council_term_id
WHERE r.place <> 'none';
