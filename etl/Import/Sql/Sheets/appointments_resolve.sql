-- Grain: one post of one person per row.
ALTER TABLE sheet_row ADD COLUMN person_id bigint, ADD COLUMN branch_id bigint, ADD COLUMN society_id bigint, ADD COLUMN council_term_id bigint,
    ADD COLUMN committee_id bigint, ADD COLUMN place text NOT NULL DEFAULT 'branch', ADD COLUMN held daterange, ADD COLUMN appointment_id bigint,
    ADD COLUMN post_code text, ADD COLUMN post_name text, ADD COLUMN post_english_name text, ADD COLUMN post_said text;
-- A post that the rules of its first day name, by code or name; post is what it stands for. What is left is no post: appointments_posts.
-- Another word for a usual post comes with that post in front: SheetColumn.Said.
UPDATE sheet_row SET post = split_part(post, E'\x1F', 1), post_said = split_part(post, E'\x1F', 2) WHERE post LIKE E'%\x1F%';
UPDATE sheet_row SET post_said = post
WHERE post NOT IN ('BRANCH_SECRETARY', 'DEPUTY_BRANCH_SECRETARY', 'BRANCH_COMMITTEE_MEMBER', 'COUNCIL_CHAIR', 'COUNCIL_VICE_CHAIR', 'SECRETARY_GENERAL', 'COUNCIL_MEMBER',
    'COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER', 'LIAISON_OFFICER', 'FULL_TIME_OFFICER');
UPDATE sheet_row AS r SET post_said = NULL, post = own.post, post_code = own.code, post_name = own.name, post_english_name = own.english_name
FROM (
    SELECT d.day, k.post ->> 'post' AS post, k.post ->> 'code' AS code, k.post ->> 'name' AS name, k.post ->> 'englishName' AS english_name
    FROM (SELECT DISTINCT valid_from AS day FROM sheet_row WHERE post_said IS NOT NULL) AS d
    JOIN graph.committee AS c ON c.id = @CommitteeId
    CROSS JOIN LATERAL jsonb_array_elements(graph.rule_section(c.region_code, 'organizations', d.day) -> 'posts') AS k (post)
) AS own
WHERE own.day = r.valid_from
  AND (upper(r.post_said) = own.code OR upper(graph.name_key(r.post_said)) IN (upper(graph.name_key(own.name)), upper(graph.name_key(own.english_name))));
-- A narrower word says more than the usual one that it becomes: whoever brings the list is told.
INSERT INTO sheet_problem (position, field, code, value, is_notice)
SELECT min(r.position), 'post', 'POST_GENERAL', r.post_said || E'\u001F' || r.post, true
FROM sheet_row r
WHERE r.post_said <> r.post AND graph.name_key(r.post_said) IN ('组织委员', '宣传委员', '纪检委员', '常务理事')
GROUP BY r.post_said, r.post;
UPDATE sheet_row SET post_said = NULL WHERE post_said <> post;
UPDATE sheet_row SET held = daterange(valid_from, valid_to), place = CASE
    WHEN post_said IS NOT NULL THEN 'none'
    WHEN post IN ('COUNCIL_CHAIR', 'COUNCIL_VICE_CHAIR', 'SECRETARY_GENERAL', 'COUNCIL_MEMBER') THEN 'council'
    WHEN post IN ('COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER') THEN 'committee'
    WHEN post IN ('LIAISON_OFFICER', 'FULL_TIME_OFFICER') THEN 'society'
    ELSE 'branch' END;

UPDATE sheet_row r SET person_id = p.id FROM graph.person p WHERE p.person_ref = r.person_ref;
UPDATE sheet_row r SET branch_id = b.id FROM graph.branch b WHERE r.place = 'branch' AND b.committee_id = @CommitteeId AND b.name = r.branch;
UPDATE sheet_row r SET society_id = k.society_id FROM known_society k WHERE k.reference = r.society AND k.society_count = 1;
UPDATE sheet_row r SET council_term_id = t.id
FROM graph.council_term t
WHERE r.place = 'council' AND t.society_id = r.society_id
  AND CASE WHEN r.term_number IS NULL THEN t.term_during @> r.valid_from ELSE t.term_number = r.term_number END;
-- A post in a council ends with its term.
UPDATE sheet_row r SET held = daterange(r.valid_from, t.ends_on)
FROM graph.council_term t
WHERE t.id = r.council_term_id AND r.valid_to IS NULL AND r.valid_from < t.ends_on;
UPDATE sheet_row SET committee_id = @CommitteeId WHERE place = 'committee';

INSERT INTO sheet_problem (position, field, code, value)
-- Of the term alone: where a post is held, appointments_places.sql asks.
SELECT r.position, 'term_number', 'TERM_OF_NO_COUNCIL', r.post FROM sheet_row r WHERE r.place NOT IN ('council', 'none') AND r.term_number IS NOT NULL
UNION ALL
SELECT r.position, 'branch', 'UNKNOWN', r.branch FROM sheet_row r WHERE r.place = 'branch' AND r.branch IS NOT NULL AND r.branch_id IS NULL
UNION ALL
SELECT r.position, 'society', CASE WHEN k.society_count > 1 THEN 'AMBIGUOUS' ELSE 'UNKNOWN' END, r.society
FROM sheet_row r LEFT JOIN known_society k ON k.reference = r.society
WHERE r.place IN ('council', 'society') AND r.society IS NOT NULL AND r.society_id IS NULL
UNION ALL
SELECT r.position, 'term_number', 'TERM_NEEDED', '' FROM sheet_row r WHERE r.place = 'council' AND r.society_id IS NOT NULL AND r.council_term_id IS NULL
UNION ALL
SELECT r.position, 'person_ref', 'person_ref_is_no_identity_number', '' FROM sheet_row r WHERE r.person_ref ~ '^\d{17}[\dXx]$'
UNION ALL
-- A party organization's post needs somebody who is known already, as a member.
SELECT r.position, 'person_ref', 'PERSON_OF_POST', r.person_ref FROM sheet_row r WHERE r.person_id IS NULL AND r.place IN ('branch', 'committee')
UNION ALL
SELECT r.position, 'name', 'PERSON_NEW', r.person_ref
FROM sheet_row r
WHERE r.person_id IS NULL AND r.place NOT IN ('branch', 'committee') AND NOT EXISTS (SELECT FROM sheet_row o WHERE o.person_ref = r.person_ref AND o.name IS NOT NULL)
UNION ALL
SELECT r.position, 'name', 'NAME_DIFFERS', r.person_ref
FROM sheet_row r LEFT JOIN graph.person p ON p.id = r.person_id
WHERE r.name <> coalesce(p.name, (SELECT o.name FROM sheet_row o WHERE o.person_ref = r.person_ref AND o.name IS NOT NULL ORDER BY o.position LIMIT 1));

-- The same post of the same person in the same place from the same day on is the same appointment.
UPDATE sheet_row r SET appointment_id = a.id
FROM graph.appointment a
WHERE a.person_id = r.person_id AND a.post = r.post AND a.post_code IS NOT DISTINCT FROM r.post_code AND a.valid_from = r.valid_from
  AND (a.branch_id, a.council_term_id, a.committee_id, a.society_id)
      IS NOT DISTINCT FROM (r.branch_id, r.council_term_id, r.committee_id, CASE WHEN r.place = 'society' THEN r.society_id END);

-- Grain: one row per time in a post as it will be: the file's and the graph's that the file says nothing of.
CREATE TEMP TABLE held_post ON COMMIT DROP AS
SELECT r.position, r.person_ref, r.post, coalesce(r.post_code, r.post) AS own_post, r.place || ' ' || coalesce(r.branch_id, r.council_term_id, r.committee_id, r.society_id) AS place_key,
       CASE WHEN r.valid_to IS NULL AND a.id IS NOT NULL THEN a.valid_during ELSE r.held END AS held
FROM sheet_row r LEFT JOIN graph.appointment a ON a.id = r.appointment_id
UNION ALL
SELECT NULL, p.person_ref, a.post, coalesce(a.post_code, a.post), CASE WHEN a.branch_id IS NOT NULL THEN 'branch ' WHEN a.council_term_id IS NOT NULL THEN 'council '
           WHEN a.committee_id IS NOT NULL THEN 'committee ' ELSE 'society ' END || coalesce(a.branch_id, a.council_term_id, a.committee_id, a.society_id), a.valid_during
FROM graph.appointment a JOIN graph.person p ON p.id = a.person_id
WHERE (a.branch_id IN (SELECT branch_id FROM sheet_row) OR a.council_term_id IN (SELECT council_term_id FROM sheet_row)
       OR a.committee_id IN (SELECT committee_id FROM sheet_row) OR a.society_id IN (SELECT society_id FROM sheet_row))
  AND NOT EXISTS (SELECT FROM sheet_row r WHERE r.appointment_id = a.id);

INSERT INTO sheet_problem (position, field, code, value)
SELECT DISTINCT h.position, 'valid_from', CASE WHEN o.person_ref = h.person_ref THEN 'appointment_held_once' ELSE 'appointment_one_' || lower(h.post) END,
       CASE WHEN o.person_ref = h.person_ref THEN coalesce(lower(o.held)::text, '…') ELSE o.person_ref END
FROM held_post h JOIN held_post o ON o.place_key = h.place_key AND o.held && h.held AND (o.position IS NULL OR o.position < h.position)
WHERE h.position IS NOT NULL
  AND (o.person_ref = h.person_ref AND o.own_post = h.own_post OR o.post = h.post AND h.post IN ('BRANCH_SECRETARY', 'COUNCIL_CHAIR', 'COMMITTEE_SECRETARY'));
