-- Grain: one row per entry whose items are all known, with the items that the file scores and those that were handed in before.
SELECT e.positions AS "Positions", e.items AS "Items", e.scores AS "Scores", e.submitted_on AS "SubmittedOn", e.opened_on AS "OpenedOn",
       replace(e.stage, '_', '') AS "Stage", e.scheme_id AS "Scheme",
       -- What was handed in already, and is the same, stays harmless at any stage.
       ARRAY(SELECT i.same FROM unnest(e.positions, e.items, e.scores) WITH ORDINALITY AS given (position, item, score, place)
             CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM graph.assessment_rating g
                 WHERE g.entry_id = e.entry_id AND g.phase = 'SELF' AND g.item_code = given.item AND g.score = given.score) AS same) i
             ORDER BY given.place) AS "Same",
       ARRAY(SELECT g.item_code FROM graph.assessment_rating g WHERE g.entry_id = e.entry_id AND g.phase = 'SELF' ORDER BY g.item_code) AS "HandedIn"
FROM (
    SELECT r.entry_id, r.scheme_id, r.stage, r.opened_on, min(r.submitted_on) AS submitted_on, array_agg(r.position ORDER BY r.position) AS positions,
           array_agg(r.item_code ORDER BY r.position) AS items, array_agg(r.score ORDER BY r.position) AS scores
    FROM sheet_row r
    WHERE r.entry_id IS NOT NULL
    GROUP BY r.entry_id, r.scheme_id, r.stage, r.opened_on
    HAVING bool_and(r.item_code IS NOT NULL)
) e;
