-- Grain: one row per row whose reference is nobody's to the letter and has wide letters or digits. A reference is a code, whose width says nothing.
CREATE TEMP TABLE wide_reference ON COMMIT DROP AS
SELECT r.position, r.person_ref AS written, normalize(r.person_ref, NFKC) AS plain
FROM sheet_row r
WHERE r.person_ref IS NOT NFKC NORMALIZED AND NOT EXISTS (SELECT FROM graph.person p WHERE p.person_ref = r.person_ref);

INSERT INTO sheet_problem (position, field, code, value, is_notice)
SELECT min(w.position), 'person_ref', 'NAME_WRITTEN_OTHERWISE', w.written || E'\u001F' || w.plain, true
FROM wide_reference w
WHERE EXISTS (SELECT FROM graph.person p WHERE p.person_ref = w.plain)
GROUP BY w.written, w.plain
ORDER BY 1
LIMIT 100;

UPDATE sheet_row r SET person_ref = w.plain FROM wide_reference w WHERE w.position = r.position;

-- Where a row is one person's, two of one person are told of.
INSERT INTO sheet_problem (position, field, code, other)
SELECT r.position, 'person_ref', 'SAME_THING', min(o.position)
FROM (SELECT DISTINCT plain FROM wide_reference) w
JOIN sheet_row r ON r.person_ref = w.plain
JOIN sheet_row o ON o.person_ref = w.plain AND o.position < r.position
WHERE @IsKey
GROUP BY r.position;
