-- Grain: one row per row that would add what an earlier row of the file adds.
INSERT INTO sheet_problem (position, field, code, other)
SELECT r.position, @Column, 'SAME_THING', min(o.position)
FROM (
    SELECT u.key FROM unknown_text u
    WHERE NOT EXISTS (SELECT FROM known_name k WHERE k.thing = @Thing AND k.key = u.key)
    GROUP BY u.key HAVING count(*) > 1
) twice
JOIN unknown_text mine ON mine.key = twice.key
JOIN unknown_text others ON others.key = twice.key
JOIN sheet_row r ON r.{column} = mine.text
JOIN sheet_row o ON o.{column} = others.text AND o.position < r.position
GROUP BY r.position;
