-- Grain: one supporting unit per row, with a society that it carries or without. Units belong to no committee: the nation's are one list.
ALTER TABLE sheet_row ADD COLUMN unit_id bigint, ADD COLUMN society_id bigint, ADD COLUMN supports daterange;

-- A unit that the graph has not is written as the file writes it first.
CREATE TEMP TABLE first_writing ON COMMIT DROP AS
SELECT r.position, r.name AS written, first_value(r.name) OVER (PARTITION BY graph.name_key(r.name) ORDER BY r.position) AS name
FROM sheet_row r
WHERE NOT EXISTS (SELECT FROM known_letter k WHERE k.thing = 'SupportingUnit' AND k.name = r.name);
INSERT INTO sheet_problem (position, field, code, value, is_notice)
SELECT min(f.position), 'name', 'NAME_WRITTEN_OTHERWISE', f.written || E'\u001F' || f.name, true
FROM first_writing f
WHERE f.written <> f.name
GROUP BY f.written, f.name
ORDER BY 1
LIMIT 100;
UPDATE sheet_row r SET name = f.name FROM first_writing f WHERE f.position = r.position AND f.written <> f.name;

UPDATE sheet_row SET supports = daterange(supports_from, supports_to) WHERE society IS NOT NULL;

-- By its code, else by its name in its region; a row without a region means the one unit of that name.
UPDATE sheet_row r SET unit_id = u.id FROM graph.supporting_unit u WHERE u.credit_code = r.credit_code;
UPDATE sheet_row r SET unit_id = u.id
FROM graph.supporting_unit u
WHERE r.unit_id IS NULL AND u.name = r.name AND u.region_code IS NOT DISTINCT FROM r.region;
UPDATE sheet_row r SET unit_id = found.id
FROM (SELECT name, min(id) AS id FROM graph.supporting_unit GROUP BY name HAVING count(*) = 1) found
WHERE r.unit_id IS NULL AND r.region IS NULL AND found.name = r.name;

INSERT INTO sheet_problem (position, field, code, value)
SELECT r.position, 'name', 'AMBIGUOUS', r.name
FROM sheet_row r
WHERE r.unit_id IS NULL AND r.region IS NULL AND (SELECT count(*) FROM graph.supporting_unit u WHERE u.name = r.name) > 1
UNION ALL
SELECT r.position, 'credit_code', 'supporting_unit_credit_code_key', u.name
FROM sheet_row r JOIN graph.supporting_unit u ON u.id = r.unit_id
WHERE r.credit_code = u.credit_code AND r.name <> u.name
UNION ALL
SELECT r.position, 'credit_code', 'supporting_unit_credit_code_key', o.name
FROM sheet_row r JOIN sheet_row o ON o.credit_code = r.credit_code AND o.position < r.position AND o.name <> r.name
UNION ALL
SELECT r.position, 'credit_code', 'CODE_DIFFERS', min(o.credit_code)
FROM sheet_row r JOIN sheet_row o ON o.credit_code <> r.credit_code AND o.position < r.position
    AND (o.unit_id = r.unit_id OR num_nonnulls(o.unit_id, r.unit_id) = 0 AND o.name = r.name AND o.region IS NOT DISTINCT FROM r.region)
GROUP BY r.position
UNION ALL
SELECT r.position, 'region', 'REGION_UNKNOWN', r.region
FROM sheet_row r
WHERE r.region IS NOT NULL AND NOT EXISTS (SELECT FROM graph.region g WHERE g.code = r.region)
UNION ALL
SELECT r.position, 'society', CASE WHEN k.society_count > 1 THEN 'AMBIGUOUS' ELSE 'UNKNOWN' END, r.society
FROM sheet_row r LEFT JOIN known_society k ON k.reference = r.society
WHERE r.society IS NOT NULL AND coalesce(k.society_count, 0) <> 1;

-- A unit has no column for the reason: a code that fails is taken as it is, and shown.
INSERT INTO sheet_problem (position, field, code, value, is_notice)
SELECT r.position, 'credit_code', 'CODE_ACCEPTED', r.credit_code, true FROM sheet_row r WHERE NOT graph.credit_code_checks(r.credit_code);

UPDATE sheet_row r SET society_id = k.society_id FROM known_society k WHERE k.reference = r.society AND k.society_count = 1;

-- An empty cell leaves the lead as it is.
ALTER TABLE sheet_row ADD COLUMN leads boolean;
UPDATE sheet_row r SET leads = coalesce(r.is_lead, (
    SELECT s.is_lead FROM graph.society_supporting_unit s
    WHERE s.society_id = r.society_id AND s.supporting_unit_id = r.unit_id AND lower(s.valid_during) IS NOT DISTINCT FROM r.supports_from), true);

-- Two rows of the file, or a row and the graph, on some of the same days. The same unit from the same day on is the same relation.
INSERT INTO sheet_problem (position, field, code, other)
SELECT r.position, 'supports_from', 'SAME_THING', min(o.position)
FROM sheet_row r JOIN sheet_row o ON o.society_id = r.society_id AND o.position < r.position AND o.supports && r.supports
WHERE coalesce(o.unit_id::text, o.name || coalesce(o.region, '')) = coalesce(r.unit_id::text, r.name || coalesce(r.region, ''))
GROUP BY r.position;

INSERT INTO sheet_problem (position, field, code, value)
SELECT r.position, 'supports_from', 'society_supporting_unit_society_id_supporting_unit_id_vali_excl', coalesce(lower(s.valid_during)::text, '…')
FROM sheet_row r JOIN graph.society_supporting_unit s ON s.society_id = r.society_id AND s.supporting_unit_id = r.unit_id AND s.valid_during && r.supports
WHERE lower(s.valid_during) IS DISTINCT FROM r.supports_from
UNION ALL
SELECT r.position, 'is_lead', 'society_supporting_unit_one_lead', o.name
FROM sheet_row r JOIN sheet_row o ON o.society_id = r.society_id AND o.position < r.position AND o.supports && r.supports
WHERE r.leads AND o.leads AND o.name <> r.name
UNION ALL
SELECT r.position, 'is_lead', 'society_supporting_unit_one_lead', u.name
FROM sheet_row r
JOIN graph.society_supporting_unit s ON s.society_id = r.society_id AND s.is_lead AND s.valid_during && r.supports
JOIN graph.supporting_unit u ON u.id = s.supporting_unit_id
WHERE r.leads AND s.supporting_unit_id IS DISTINCT FROM r.unit_id
  -- Unless this file ends the other's time.
  AND NOT EXISTS (
      SELECT FROM sheet_row o
      WHERE o.unit_id = s.supporting_unit_id AND o.society_id = s.society_id AND o.supports_from IS NOT DISTINCT FROM lower(s.valid_during)
        AND (NOT o.supports && r.supports OR NOT o.leads));
