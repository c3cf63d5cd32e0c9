-- Grain: one post of one person per row.
WITH added AS (
    INSERT INTO graph.person (person_ref, name)
    SELECT r.person_ref, min(r.name) FROM sheet_row r WHERE r.person_id IS NULL GROUP BY r.person_ref ORDER BY min(r.position)
    RETURNING id, person_ref
)
UPDATE sheet_row r SET person_id = added.id FROM added WHERE added.person_ref = r.person_ref;

-- Whoever has a post has a name for those whose work needs it.
WITH named AS (
    UPDATE graph.person p SET name = r.name FROM sheet_row r WHERE p.id = r.person_id AND p.name IS NULL AND r.name IS NOT NULL RETURNING p.id
)
UPDATE sheet_row r SET is_changed = true FROM named WHERE named.id = r.person_id;

WITH changed AS (
    UPDATE graph.appointment a SET valid_during = r.held
    FROM sheet_row r
    WHERE a.id = r.appointment_id AND r.valid_to IS NOT NULL AND a.valid_during <> r.held
    RETURNING a.id
)
UPDATE sheet_row r SET is_changed = true FROM changed WHERE changed.id = r.appointment_id;

INSERT INTO graph.appointment (person_id, post, post_code, post_name, post_english_name, branch_id, council_term_id, committee_id, society_id, valid_during, sent_from_above)
SELECT r.person_id, r.post, r.post_code, r.post_name, r.post_english_name, r.branch_id, r.council_term_id, r.committee_id, CASE WHEN r.place = 'society' THEN r.society_id END, r.held, coalesce(r.sent_from_above, false)
FROM sheet_row r
WHERE r.appointment_id IS NULL
ORDER BY r.position;
UPDATE sheet_row SET is_new = true WHERE appointment_id IS NULL;
