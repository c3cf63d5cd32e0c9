-- Grain: one party organization per row. Finds the ones that the graph has, and what contradicts it.
ALTER TABLE sheet_row ADD COLUMN branch_id bigint, ADD COLUMN form_code text, ADD COLUMN form_name text, ADD COLUMN form_english_name text, ADD COLUMN form_said text;
-- A form that the rules of the row's day name, by code or name, else by the end of the organization's name; form is what it stands for.
-- A word that is left is no form: branches_forms.
-- Another word for a usual form comes with that form in front: SheetColumn.Said.
ALTER TABLE sheet_row ADD COLUMN form_usual text;
UPDATE sheet_row SET form_usual = split_part(form, E'\x1F', 1), form_said = split_part(form, E'\x1F', 2), form = NULL WHERE form LIKE E'%\x1F%';
UPDATE sheet_row SET form_said = form, form = NULL
WHERE form NOT IN ('PARTY_COMMITTEE', 'GENERAL_BRANCH', 'BRANCH', 'JOINT_BRANCH', 'FUNCTIONAL_BRANCH', 'WORK_GROUP');
UPDATE sheet_row AS r SET form_said = NULL, form = CASE WHEN r.form_said IS NOT NULL THEN own.form END, form_derived = own.form, form_code = own.code,
    form_name = own.name, form_english_name = own.english_name
FROM (
    SELECT DISTINCT ON (s.position) s.position, w.form, w.code, w.name, w.english_name
    FROM (
        SELECT d.day, k.form ->> 'form' AS form, k.form ->> 'code' AS code, k.form ->> 'name' AS name, k.form ->> 'englishName' AS english_name
        FROM (SELECT DISTINCT coalesce(status_since, graph.today()) AS day FROM sheet_row) AS d
        JOIN graph.committee AS c ON c.id = @CommitteeId
        CROSS JOIN LATERAL jsonb_array_elements(graph.rule_section(c.region_code, 'organizations', d.day) -> 'forms') AS k (form)
    ) AS w
    JOIN sheet_row AS s ON coalesce(s.status_since, graph.today()) = w.day
        AND CASE WHEN s.form_said IS NULL THEN s.form IS NULL AND right(s.name, length(w.name)) = w.name
            ELSE upper(s.form_said) = w.code OR upper(graph.name_key(s.form_said)) IN (upper(graph.name_key(w.name)), upper(graph.name_key(w.english_name))) END
    -- The longest name, of two that end alike.
    ORDER BY s.position, length(w.name) DESC
) AS own
WHERE own.position = r.position;
UPDATE sheet_row r SET branch_id = b.id FROM graph.branch b WHERE b.committee_id = @CommitteeId AND b.name = r.name;
-- A form that the organization has already needs no rules of another day.
UPDATE sheet_row r SET form_said = NULL, form = b.form, form_code = b.form_code, form_name = b.form_name, form_english_name = b.form_english_name
FROM graph.branch b
WHERE b.id = r.branch_id AND (upper(r.form_said) = b.form_code
    OR upper(graph.name_key(r.form_said)) IN (upper(graph.name_key(b.form_name)), upper(graph.name_key(b.form_english_name))));
UPDATE sheet_row SET form = form_usual, form_said = NULL WHERE form_said IS NOT NULL AND form_usual IS NOT NULL;
ANALYZE sheet_row;

-- Who shall lead may stand in the same file, before or behind.
ALTER TABLE sheet_row ADD COLUMN parent_id bigint, ADD COLUMN parent_position int, ADD COLUMN parent_day date, ADD COLUMN moves boolean NOT NULL DEFAULT false;
UPDATE sheet_row r SET parent_id = b.id FROM graph.branch b WHERE b.committee_id = @CommitteeId AND b.name = r.parent;
UPDATE sheet_row r SET parent_position = o.position FROM sheet_row o
WHERE r.parent_id IS NULL AND o.branch_id IS NULL AND graph.name_key(o.name) = graph.name_key(r.parent);
INSERT INTO sheet_problem (position, field, code, value)
SELECT r.position, 'parent', 'UNKNOWN', r.parent FROM sheet_row r WHERE r.parent IS NOT NULL AND num_nonnulls(r.parent_id, r.parent_position) = 0;
UPDATE sheet_row r SET parent_day = coalesce(r.parent_from, CASE WHEN r.branch_id IS NULL THEN r.status_since END, graph.today())
WHERE r.parent_id IS NOT NULL OR r.parent_position IS NOT NULL;
UPDATE sheet_row r SET moves = true
WHERE r.parent_day IS NOT NULL AND NOT EXISTS (
    SELECT FROM graph.branch_parent p WHERE p.branch_id = r.branch_id AND p.parent_id = r.parent_id AND p.valid_during @> r.parent_day);

-- Of which body it is after the file. A name alone is one of the body that is known.
ALTER TABLE sheet_row ADD COLUMN body_then text, ADD COLUMN body_name_then text;
UPDATE sheet_row r SET body_then = coalesce(r.body, known.body, 'SOCIETY'),
       body_name_then = CASE WHEN r.body IS NULL THEN coalesce(r.body_name, known.body_name) ELSE r.body_name END
FROM sheet_row o LEFT JOIN graph.branch known ON known.id = o.branch_id
WHERE o.position = r.position;

INSERT INTO sheet_problem (position, field, code, other)
SELECT r.position, 'name', 'SAME_THING', min(o.position)
FROM sheet_row r JOIN sheet_row o ON o.branch_id = r.branch_id AND o.position < r.position
GROUP BY r.position;

INSERT INTO sheet_problem (position, field, code)
SELECT r.position, 'form', 'FORM_NEEDED' FROM sheet_row r WHERE r.branch_id IS NULL AND r.form IS NULL AND r.form_derived IS NULL AND r.form_said IS NULL
UNION ALL
SELECT r.position, 'societies', 'SOCIETY_NEEDED' FROM sheet_row r WHERE r.branch_id IS NULL AND r.societies IS NULL;

-- Grain: one row per row and society that it names.
CREATE TEMP TABLE sheet_row_society ON COMMIT DROP AS
SELECT r.position, named.place::int AS place, named.reference, CASE WHEN k.society_count = 1 THEN k.society_id END AS society_id,
       coalesce(k.society_count, 0) AS society_count
FROM sheet_row r CROSS JOIN unnest(r.societies) WITH ORDINALITY AS named (reference, place)
LEFT JOIN known_society k ON k.reference = named.reference;
ANALYZE sheet_row_society;

INSERT INTO sheet_problem (position, field, code, value)
SELECT s.position, 'societies', CASE WHEN s.society_count = 0 THEN 'UNKNOWN' ELSE 'AMBIGUOUS' END, s.reference
FROM sheet_row_society s
WHERE s.society_count <> 1;
INSERT INTO sheet_problem (position, field, code, other)
SELECT DISTINCT s.position, 'societies', 'SAME_THING', s.position
FROM sheet_row_society s JOIN sheet_row_society o ON o.position = s.position AND o.society_id = s.society_id AND o.place < s.place;

-- Each change after the one before; where it leads and that it has a day, branches_steps.sql asks.
INSERT INTO sheet_problem (position, field, code, value)
SELECT r.position, step.field, step.code, step.value
FROM sheet_row r
JOIN graph.branch b ON b.id = r.branch_id
CROSS JOIN LATERAL (
    SELECT max(upper(p.valid_during)) AS ended
    FROM graph.branch_status_period p
    WHERE p.branch_id = b.id AND NOT upper_inf(p.valid_during) AND NOT isempty(p.valid_during)
      -- The end of a temporary one, which may be to come, is none of an earlier status.
      AND NOT (b.status <> 'DISSOLVED' AND upper(p.valid_during) IS NOT DISTINCT FROM b.ends_on)
) past
CROSS JOIN LATERAL (
    SELECT 'status_since' AS field, 'branch_status_change_is_dated' AS code, b.status_since::text AS value
    WHERE r.status <> b.status AND r.status_since < b.status_since
    UNION ALL
    SELECT 'status_since', 'branch_status_change_is_dated', past.ended::text
    WHERE coalesce(r.status, b.status) = b.status AND r.status_since < past.ended
) step;

-- A category that the graph has for the row's day is known; any other begins after the last one did.
INSERT INTO sheet_problem (position, field, code, value)
SELECT r.position, 'category_from', 'branch_category_period_no_overlap', latest.since::text
FROM sheet_row r
JOIN LATERAL (
    SELECT lower(p.valid_during) AS since FROM graph.branch_category_period p WHERE p.branch_id = r.branch_id ORDER BY p.valid_during DESC LIMIT 1
) latest ON true
WHERE r.category IS NOT NULL AND r.category_from <= latest.since
  AND NOT EXISTS (
      SELECT FROM graph.branch_category_period p
      WHERE p.branch_id = r.branch_id AND p.category = r.category
        AND (r.category_from IS NULL AND upper_inf(p.valid_during) OR p.valid_during @> r.category_from));

-- Grain: one row per society and organization that it has or gets; branches_of_form.sql asks it.
ANALYZE sheet_row;
CREATE TEMP TABLE standing ON COMMIT DROP AS
SELECT stands.society_id, b.name, coalesce(o.form, b.form) AS form, CASE WHEN o.form IS NULL THEN b.form_code ELSE o.form_code END AS form_code, coalesce(o.body_then, b.body) AS body,
       CASE WHEN o.position IS NULL THEN b.body_name ELSE o.body_name_then END AS body_name, b.id AS branch_id, NULL::int AS position
FROM graph.branch_society stands
JOIN graph.branch b ON b.id = stands.branch_id AND b.status <> 'DISSOLVED'
LEFT JOIN sheet_row o ON o.branch_id = b.id
-- Unless this file dissolves it.
WHERE o.status IS DISTINCT FROM 'DISSOLVED' AND stands.society_id IN (SELECT society_id FROM sheet_row_society)
UNION ALL
SELECT s.society_id, r.name, coalesce(r.form, r.form_derived), r.form_code, r.body_then, r.body_name_then, NULL, r.position
FROM sheet_row_society s JOIN sheet_row r USING (position)
WHERE r.branch_id IS NULL AND r.status IS DISTINCT FROM 'DISSOLVED' AND s.society_id IS NOT NULL;
CREATE INDEX ON standing (society_id, form);
ANALYZE standing;
