-- Grain: one party organization per row. Nothing is set that the sheet does not state, and nothing taken away.
-- A last day that the graph does not have yet is a decision, with its reason.
CREATE TEMP TABLE sheet_end ON COMMIT DROP AS
SELECT r.position FROM sheet_row r LEFT JOIN graph.branch b ON b.id = r.branch_id WHERE r.ends_on IS NOT NULL AND r.ends_on IS DISTINCT FROM b.ends_on;

WITH changed AS (
    UPDATE graph.branch b SET form = coalesce(r.form, b.form), form_code = named.code, form_name = named.name, form_english_name = named.english_name, status = coalesce(r.status, b.status), status_since = coalesce(r.status_since, b.status_since),
        body = r.body_then, body_name = r.body_name_then, ends_on = coalesce(r.ends_on, b.ends_on)
    FROM sheet_row r JOIN graph.branch o ON o.id = r.branch_id
    CROSS JOIN LATERAL (
        SELECT CASE WHEN r.form IS NULL THEN o.form_code ELSE r.form_code END, CASE WHEN r.form IS NULL THEN o.form_name ELSE r.form_name END,
               CASE WHEN r.form IS NULL THEN o.form_english_name ELSE r.form_english_name END
    ) named (code, name, english_name)
    WHERE b.id = r.branch_id
      AND (b.form_code, b.form_name, b.form_english_name, b.form, b.status, b.status_since, b.body, b.body_name, b.ends_on) IS DISTINCT FROM (named.code, named.name, named.english_name, coalesce(r.form, b.form), coalesce(r.status, b.status),
          coalesce(r.status_since, b.status_since), r.body_then, r.body_name_then, coalesce(r.ends_on, b.ends_on))
    RETURNING b.id
)
UPDATE sheet_row r SET is_changed = true FROM changed WHERE changed.id = r.branch_id;

WITH added AS (
    INSERT INTO graph.branch (name, committee_id, form, form_code, form_name, form_english_name, status, status_since, body, body_name, ends_on)
    SELECT r.name, @CommitteeId, coalesce(r.form, r.form_derived), r.form_code, r.form_name, r.form_english_name, coalesce(r.status, 'ESTABLISHED'), r.status_since, r.body_then, r.body_name_then, r.ends_on
    FROM sheet_row r
    WHERE r.branch_id IS NULL
    ORDER BY r.position
    RETURNING id, name
)
UPDATE sheet_row r SET branch_id = added.id, is_new = true FROM added WHERE added.name = r.name AND r.branch_id IS NULL;

-- The societies that a row names are all that the organization stands for; the first one leads.
WITH gone AS (
    DELETE FROM graph.branch_society bs USING sheet_row r
    WHERE bs.branch_id = r.branch_id AND r.societies IS NOT NULL
      AND NOT EXISTS (SELECT FROM sheet_row_society s WHERE s.position = r.position AND s.society_id = bs.society_id AND bs.is_lead = (s.place = 1))
    RETURNING bs.branch_id
)
UPDATE sheet_row r SET is_changed = true FROM gone WHERE gone.branch_id = r.branch_id;

WITH added AS (
    INSERT INTO graph.branch_society (branch_id, society_id, is_lead)
    SELECT r.branch_id, s.society_id, s.place = 1
    FROM sheet_row_society s JOIN sheet_row r USING (position)
    WHERE NOT EXISTS (SELECT FROM graph.branch_society bs WHERE bs.branch_id = r.branch_id AND bs.society_id = s.society_id)
    ORDER BY s.position, s.place
    RETURNING branch_id
)
UPDATE sheet_row r SET is_changed = true FROM added WHERE added.branch_id = r.branch_id;

-- Grain: one row per row whose category the graph does not have on its day; it begins after every known one did.
CREATE TEMP TABLE sheet_category ON COMMIT DROP AS
SELECT r.branch_id, r.category, r.category_from
FROM sheet_row r
WHERE r.category IS NOT NULL
  AND NOT EXISTS (
      SELECT FROM graph.branch_category_period p
      WHERE p.branch_id = r.branch_id AND p.category = r.category
        AND (r.category_from IS NULL AND upper_inf(p.valid_during) OR p.valid_during @> r.category_from));

UPDATE graph.branch_category_period p SET valid_during = daterange(lower(p.valid_during), c.category_from)
FROM sheet_category c
WHERE p.branch_id = c.branch_id AND p.valid_during @> c.category_from;

INSERT INTO graph.branch_category_period (branch_id, category, valid_during)
SELECT c.branch_id, c.category, daterange(c.category_from, NULL) FROM sheet_category c ORDER BY c.branch_id;

UPDATE sheet_row r SET is_changed = true FROM sheet_category c WHERE c.branch_id = r.branch_id;

-- From its day on an organization stands under the one that the file names; what stood before stays. What the graph has already says nothing new.
UPDATE graph.branch_parent p SET valid_during = daterange(lower(p.valid_during), r.parent_day)
FROM sheet_row r
WHERE r.moves AND p.branch_id = r.branch_id AND p.valid_during @> r.parent_day AND lower(p.valid_during) IS DISTINCT FROM r.parent_day;
DELETE FROM graph.branch_parent p USING sheet_row r WHERE r.moves AND p.branch_id = r.branch_id AND lower(p.valid_during) = r.parent_day;
INSERT INTO graph.branch_parent (branch_id, parent_id, valid_during)
SELECT r.branch_id, coalesce(r.parent_id, o.branch_id), daterange(r.parent_day, NULL)
FROM sheet_row r LEFT JOIN sheet_row o ON o.position = r.parent_position
WHERE r.moves
ORDER BY r.position;
-- Whoever read the organization before does not know its place.
UPDATE graph.branch b SET version = version + 1 FROM sheet_row r WHERE r.moves AND b.id = r.branch_id AND NOT r.is_new;
UPDATE sheet_row SET is_changed = true WHERE moves;

INSERT INTO graph.branch_end (branch_id, ends_on, reason)
SELECT r.branch_id, r.ends_on, r.ends_reason FROM sheet_end e JOIN sheet_row r USING (position) ORDER BY r.position;
SELECT graph.end_temporary_branches();
