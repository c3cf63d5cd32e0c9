-- Grain: one party member per row. Earlier statuses and affiliations are kept by the database.
WITH added AS (
    INSERT INTO graph.person (person_ref, sex, birth_year)
    SELECT r.person_ref, r.sex, r.birth_year FROM sheet_row r WHERE r.person_id IS NULL ORDER BY r.position
    RETURNING id, person_ref
)
UPDATE sheet_row r SET person_id = added.id FROM added WHERE added.person_ref = r.person_ref;

WITH changed AS (
    UPDATE graph.person p SET sex = coalesce(r.sex, p.sex), birth_year = coalesce(r.birth_year, p.birth_year)
    FROM sheet_row r
    WHERE p.id = r.person_id AND (p.sex, p.birth_year) IS DISTINCT FROM (coalesce(r.sex, p.sex), coalesce(r.birth_year, p.birth_year))
    RETURNING p.id
)
UPDATE sheet_row r SET is_changed = true FROM changed WHERE changed.id = r.person_id;

WITH changed AS (
    UPDATE graph.member m SET status = wanted.status, status_since = wanted.status_since, joined_on = wanted.joined_on,
        affiliation_branch_id = wanted.branch_id, affiliation_unit_id = wanted.unit_id, affiliation_place = wanted.place, affiliated_since = wanted.since
    FROM (
        SELECT k.id, r.status, coalesce(r.status_since, k.status_since) AS status_since, coalesce(r.joined_on, k.joined_on) AS joined_on,
               CASE WHEN given.any_place THEN r.to_branch_id ELSE k.affiliation_branch_id END AS branch_id,
               CASE WHEN given.any_place THEN r.to_unit_id ELSE k.affiliation_unit_id END AS unit_id,
               CASE WHEN given.any_place THEN r.affiliation_place ELSE k.affiliation_place END AS place,
               coalesce(r.affiliated_since, k.affiliated_since) AS since
        FROM sheet_row r
        JOIN graph.member k ON k.id = r.member_id
        CROSS JOIN LATERAL (SELECT num_nonnulls(r.to_branch_id, r.to_unit_id, r.affiliation_place) = 1 AS any_place) given
    ) wanted
    WHERE m.id = wanted.id
      AND (m.status, m.status_since, m.joined_on, m.affiliation_branch_id, m.affiliation_unit_id, m.affiliation_place, m.affiliated_since)
          IS DISTINCT FROM (wanted.status, wanted.status_since, wanted.joined_on, wanted.branch_id, wanted.unit_id, wanted.place, wanted.since)
    RETURNING m.id
)
UPDATE sheet_row r SET is_changed = true FROM changed WHERE changed.id = r.member_id;

INSERT INTO graph.member (branch_id, member_ref, person_id, status, status_since, joined_on, affiliation_branch_id, affiliation_unit_id, affiliation_place, affiliated_since)
SELECT r.branch_id, r.person_ref, r.person_id, r.status, coalesce(r.status_since, CASE WHEN r.status = 'PROBATIONARY' THEN r.joined_on END), r.joined_on,
       r.to_branch_id, r.to_unit_id, r.affiliation_place, r.affiliated_since
FROM sheet_row r
WHERE r.member_id IS NULL
ORDER BY r.position;
UPDATE sheet_row SET is_new = true WHERE member_id IS NULL;
