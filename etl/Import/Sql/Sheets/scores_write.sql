-- Grain: one item of one branch's self-assessment per row.
WITH changed AS (
    UPDATE graph.assessment_rating g SET score = r.score
    FROM sheet_row r
    WHERE g.entry_id = r.entry_id AND g.phase = 'SELF' AND g.item_code = r.item_code AND g.score <> r.score
    RETURNING r.position
)
UPDATE sheet_row r SET is_changed = true FROM changed WHERE changed.position = r.position;

WITH added AS (
    INSERT INTO graph.assessment_rating (entry_id, phase, item_code, section, maximum, score)
    SELECT r.entry_id, 'SELF', r.item_code, r.section, r.maximum, r.score FROM sheet_row r ORDER BY r.position
    ON CONFLICT (entry_id, phase, item_code) DO NOTHING
    RETURNING entry_id, item_code
)
UPDATE sheet_row r SET is_new = true FROM added WHERE added.entry_id = r.entry_id AND added.item_code = r.item_code;

-- Handed in with the first of them.
WITH changed AS (
    UPDATE graph.assessment_entry e SET self_submitted_on = r.submitted_on
    FROM (SELECT DISTINCT entry_id, submitted_on FROM sheet_row) r
    WHERE e.id = r.entry_id AND e.stage = 'SELF' AND e.self_submitted_on IS DISTINCT FROM r.submitted_on
    RETURNING e.id
)
UPDATE sheet_row r SET is_changed = true FROM changed WHERE changed.id = r.entry_id;
