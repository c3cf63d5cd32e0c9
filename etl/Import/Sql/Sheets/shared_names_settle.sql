-- Grain: one row per text of a column that is no known name to the letter.
CREATE TEMP TABLE unknown_text ON COMMIT DROP AS
SELECT given.text, graph.name_key(given.text) AS key
FROM (SELECT DISTINCT named.text FROM sheet_row r CROSS JOIN unnest({texts}) AS named (text) WHERE named.text IS NOT NULL) given
WHERE NOT EXISTS (SELECT FROM known_letter k WHERE k.thing = @Thing AND k.name = given.text);
ANALYZE unknown_text;

INSERT INTO sheet_problem (position, field, code, value)
SELECT DISTINCT r.position, @Column, 'AMBIGUOUS', u.text
FROM sheet_row r
CROSS JOIN unnest({texts}) AS named (text)
JOIN unknown_text u ON u.text = named.text
JOIN known_name k ON k.thing = @Thing AND k.key = u.key
WHERE k.thing_count > 1;

-- The graph's own name takes the place of one that differs from it only in width and blanks.
CREATE TEMP TABLE settled_text ON COMMIT DROP AS
SELECT u.text, k.name FROM unknown_text u JOIN known_name k ON k.thing = @Thing AND k.key = u.key WHERE k.thing_count = 1;
ANALYZE settled_text;

INSERT INTO sheet_problem (position, field, code, value, is_notice)
SELECT min(r.position), @Column, 'NAME_WRITTEN_OTHERWISE', s.text || E'\u001F' || s.name, true
FROM sheet_row r
CROSS JOIN unnest({texts}) AS named (text)
JOIN settled_text s ON s.text = named.text
-- One that is known by another name is no matter of writing.
WHERE graph.name_key(s.text) = graph.name_key(s.name)
GROUP BY s.text, s.name
ORDER BY 1
LIMIT 100;
-- A radical looks like the character: told of what nothing is known under.
INSERT INTO sheet_problem (position, field, code, value, is_notice)
SELECT min(r.position), @Column, 'NAME_HAS_RADICAL', u.text, true
FROM sheet_row r
CROSS JOIN unnest({texts}) AS named (text)
JOIN unknown_text u ON u.text = named.text
WHERE u.text ~ '[\u2F00-\u2FD5]' AND NOT EXISTS (SELECT FROM settled_text s WHERE s.text = u.text)
GROUP BY u.text
ORDER BY 1
LIMIT 100;
{settle};
