-- Grain: one society per row. Finds the ones that the graph has, and what contradicts it.
-- What is not found is new. It is said beforehand, so that the rows of a first list, which are all new, are written once.
ALTER TABLE sheet_row DROP COLUMN is_new, ADD COLUMN is_new boolean NOT NULL DEFAULT true, ADD COLUMN society_id bigint;
CREATE TEMP TABLE sheet_committee ON COMMIT DROP AS SELECT @CommitteeId::bigint AS committee_id;
UPDATE sheet_row r SET society_id = k.society_id, is_new = false FROM known_society k WHERE k.reference = r.name AND k.society_count = 1;

INSERT INTO sheet_problem (position, field, code, value)
SELECT r.position, 'name', 'AMBIGUOUS', r.name FROM sheet_row r JOIN known_society k ON k.reference = r.name WHERE k.society_count > 1;

INSERT INTO sheet_problem (position, field, code, other)
SELECT r.position, 'name', 'SAME_THING', min(o.position)
FROM sheet_row r JOIN sheet_row o ON o.society_id = r.society_id AND o.position < r.position
GROUP BY r.position;

-- Most rows have the code already: the usual words are settled where the cell is read.
UPDATE sheet_row r SET discipline = d.code FROM graph.discipline d WHERE r.discipline = d.name AND d.name <> d.code;
INSERT INTO sheet_problem (position, field, code, value)
SELECT r.position, 'discipline', 'DISCIPLINE_UNKNOWN', r.discipline
FROM sheet_row r
WHERE r.discipline IS NOT NULL AND NOT EXISTS (SELECT FROM graph.discipline d WHERE d.code = r.discipline);

INSERT INTO sheet_problem (position, field, code, value)
SELECT r.position, 'credit_code', 'society_credit_code_key', s.name
FROM sheet_row r JOIN graph.society s ON s.credit_code = r.credit_code
-- One of another committee is a rule's: societies_elsewhere.sql.
WHERE s.id IS DISTINCT FROM r.society_id AND s.committee_id = @CommitteeId
UNION ALL
SELECT r.position, 'credit_code', 'society_credit_code_key', o.name
FROM sheet_row r JOIN sheet_row o ON o.credit_code = r.credit_code AND o.position < r.position;

-- Some legal legacy codes fail the check: whoever says why may use them, and it is shown.
INSERT INTO sheet_problem (position, field, code, value, is_notice)
SELECT r.position, 'credit_code', CASE WHEN accepted.why IS NULL THEN 'society_credit_code_checks' ELSE 'CODE_ACCEPTED' END, r.credit_code, accepted.why IS NOT NULL
FROM sheet_row r
LEFT JOIN graph.society s ON s.id = r.society_id
CROSS JOIN LATERAL (SELECT coalesce(r.credit_code_override, CASE WHEN s.credit_code = r.credit_code THEN s.credit_code_override END) AS why) accepted
WHERE NOT graph.credit_code_checks(r.credit_code);

-- An alias that is another society's name would make that name mean two.
INSERT INTO sheet_problem (position, field, code, value)
SELECT DISTINCT r.position, 'aliases', 'ALIAS_TAKEN', taken.name
FROM sheet_row r
CROSS JOIN unnest(r.aliases) AS alias
JOIN LATERAL (
    SELECT s.name FROM graph.society s WHERE s.committee_id = @CommitteeId AND s.name = alias AND s.id IS DISTINCT FROM r.society_id
    UNION ALL
    SELECT o.name FROM sheet_row o WHERE o.name = alias AND o.position <> r.position
) taken ON true;
