-- Grain: one party member per row.
ALTER TABLE sheet_row ADD COLUMN person_id bigint, ADD COLUMN member_id bigint, ADD COLUMN branch_id bigint,
    ADD COLUMN to_branch_id bigint, ADD COLUMN to_unit_id bigint, ADD COLUMN is_moved boolean NOT NULL DEFAULT false;
UPDATE sheet_row r SET person_id = p.id FROM graph.person p WHERE p.person_ref = r.person_ref;
UPDATE sheet_row r SET member_id = m.id FROM graph.member m WHERE m.person_id = r.person_id;
UPDATE sheet_row r SET branch_id = b.id FROM graph.branch b WHERE b.committee_id = @CommitteeId AND b.name = r.branch;
UPDATE sheet_row r SET to_branch_id = b.id FROM graph.branch b WHERE b.committee_id = @CommitteeId AND b.name = r.affiliation_branch;

-- Grain: one row per name or code of a supporting unit that the sheet uses.
CREATE TEMP TABLE known_unit ON COMMIT DROP AS
SELECT named.reference, min(u.id) AS unit_id, count(*)::int AS unit_count
FROM (SELECT DISTINCT affiliation_unit AS reference FROM sheet_row WHERE affiliation_unit IS NOT NULL) named
JOIN graph.supporting_unit u ON u.name = named.reference OR u.credit_code = named.reference
GROUP BY named.reference;
UPDATE sheet_row r SET to_unit_id = k.unit_id FROM known_unit k WHERE k.reference = r.affiliation_unit AND k.unit_count = 1;

UPDATE sheet_row r SET is_moved = true
FROM graph.member m
WHERE m.id = r.member_id AND num_nonnulls(r.affiliation_branch, r.affiliation_unit, r.affiliation_place) = 1
  AND num_nonnulls(m.affiliation_branch_id, m.affiliation_unit_id, m.affiliation_place) = 1
  AND (r.to_branch_id, r.to_unit_id, r.affiliation_place) IS DISTINCT FROM (m.affiliation_branch_id, m.affiliation_unit_id, m.affiliation_place);

INSERT INTO sheet_problem (position, field, code, value)
SELECT r.position, 'branch', 'UNKNOWN', r.branch FROM sheet_row r WHERE r.branch_id IS NULL
UNION ALL
SELECT r.position, 'person_ref', 'person_ref_is_no_identity_number', '' FROM sheet_row r WHERE r.person_ref ~ '^\d{17}[\dXx]$'
UNION ALL
SELECT r.position, 'affiliation_branch', 'UNKNOWN', r.affiliation_branch FROM sheet_row r WHERE r.affiliation_branch IS NOT NULL AND r.to_branch_id IS NULL
UNION ALL
SELECT r.position, 'affiliation_unit', CASE WHEN k.unit_count > 1 THEN 'AMBIGUOUS' ELSE 'UNKNOWN' END, r.affiliation_unit
FROM sheet_row r LEFT JOIN known_unit k ON k.reference = r.affiliation_unit
WHERE r.affiliation_unit IS NOT NULL AND r.to_unit_id IS NULL
UNION ALL
SELECT r.position, 'branch', 'MEMBER_ELSEWHERE', ''
FROM sheet_row r JOIN graph.member m ON m.id = r.member_id
WHERE m.branch_id <> r.branch_id
UNION ALL
SELECT r.position, 'affiliated_since', CASE WHEN r.affiliated_since IS NULL THEN 'AFFILIATION_NEEDS_DATE' ELSE 'affiliation_change_is_dated' END,
       coalesce(m.affiliated_since::text, '…')
FROM sheet_row r JOIN graph.member m ON m.id = r.member_id
WHERE r.is_moved AND (r.affiliated_since IS NULL OR r.affiliated_since <= m.affiliated_since)
UNION ALL
-- The same place, said to have begun earlier than the one before it ended.
SELECT r.position, 'affiliated_since', 'affiliation_one_at_a_time', upper(past.valid_during)::text
FROM sheet_row r JOIN graph.affiliation_past past ON past.member_id = r.member_id AND upper(past.valid_during) > r.affiliated_since
WHERE NOT r.is_moved;

-- A probationary member becomes a full one, later.
INSERT INTO sheet_problem (position, field, code, value)
SELECT r.position, 'status_since', 'member_status_change_is_dated', m.status_since::text
FROM sheet_row r
JOIN graph.member m ON m.id = r.member_id
WHERE m.status = 'PROBATIONARY' AND r.status <> m.status AND r.status_since <= m.status_since
UNION ALL
SELECT r.position, 'status_since', 'member_status_change_is_dated', upper(past.valid_during)::text
FROM sheet_row r JOIN graph.member m ON m.id = r.member_id
JOIN graph.member_status_past past ON past.member_id = m.id AND upper(past.valid_during) > r.status_since
WHERE r.status = m.status;
