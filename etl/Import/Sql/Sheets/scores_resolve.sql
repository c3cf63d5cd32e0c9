-- Grain: one item of one branch's self-assessment per row.
ALTER TABLE sheet_row ADD COLUMN branch_id bigint, ADD COLUMN entry_id bigint, ADD COLUMN scheme_id bigint, ADD COLUMN stage text,
    ADD COLUMN item_code text, ADD COLUMN section text, ADD COLUMN maximum numeric, ADD COLUMN opened_on date;
UPDATE sheet_row r SET branch_id = b.id FROM graph.branch b WHERE b.committee_id = @CommitteeId AND b.name = r.branch;
UPDATE sheet_row r SET entry_id = e.id, stage = e.stage, scheme_id = t.scheme_id, opened_on = t.opened_on
FROM graph.assessment_entry e JOIN graph.assessment_round t ON t.id = e.round_id
WHERE e.branch_id = r.branch_id AND e.year = r.year;
UPDATE sheet_row r SET item_code = i.item_code, section = i.section, maximum = i.maximum
FROM graph.assessment_scheme_item i
WHERE i.scheme_id = r.scheme_id AND r.item IN (i.item_code, i.text);

-- 政治建设-1, 政治建设1 or 政治建设（一）: the section and the number within it; or how an item's text begins, where only one begins so.
UPDATE sheet_row r SET item_code = found.item_code, section = found.section, maximum = found.maximum
FROM (
    SELECT given.scheme_id, given.item, min(i.item_code) AS item_code, min(i.section) AS section, min(i.maximum) AS maximum
    FROM (SELECT DISTINCT scheme_id, item FROM sheet_row WHERE scheme_id IS NOT NULL AND item_code IS NULL) given
    JOIN graph.assessment_scheme s ON s.id = given.scheme_id
    JOIN graph.assessment_scheme_item i ON i.scheme_id = given.scheme_id
    LEFT JOIN LATERAL (
        SELECT part ->> 'title' AS title FROM jsonb_array_elements(s.content -> 'sections') AS part WHERE part ->> 'code' = i.section
    ) part ON true
    CROSS JOIN LATERAL (
        SELECT regexp_replace(translate(graph.name_key(given.item), '一二三四五六七八九', '123456789'), '[-()_.、:第项条]', '', 'g') AS short
    ) folded
    WHERE folded.short = translate(graph.name_key(part.title), '一二三四五六七八九', '123456789') || substring(i.item_code FROM '[0-9]+$')
       OR char_length(given.item) >= 4 AND starts_with(graph.name_key(i.text), graph.name_key(given.item))
    GROUP BY given.scheme_id, given.item
    HAVING count(*) = 1
) found
WHERE r.scheme_id = found.scheme_id AND r.item = found.item AND r.item_code IS NULL;

INSERT INTO sheet_problem (position, field, code, value)
SELECT r.position, 'branch', 'UNKNOWN', r.branch FROM sheet_row r WHERE r.branch_id IS NULL
UNION ALL
SELECT r.position, 'year', 'NO_ROUND', r.year::text FROM sheet_row r WHERE r.branch_id IS NOT NULL AND r.entry_id IS NULL
UNION ALL
SELECT r.position, 'item', 'ITEM_UNKNOWN', r.item FROM sheet_row r WHERE r.scheme_id IS NOT NULL AND r.item_code IS NULL;

INSERT INTO sheet_problem (position, field, code, value)
SELECT r.position, 'submitted_on', 'DAYS_DIFFER', first.submitted_on::text
FROM sheet_row r
CROSS JOIN LATERAL (SELECT o.submitted_on FROM sheet_row o WHERE o.entry_id = r.entry_id ORDER BY o.position LIMIT 1) first
WHERE first.submitted_on <> r.submitted_on;
