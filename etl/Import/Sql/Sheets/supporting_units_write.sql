-- Grain: one unit per name and region, then one relation per row that names a society.
WITH changed AS (
    UPDATE graph.supporting_unit u SET region_code = wanted.region, credit_code = wanted.credit_code
    FROM (
        SELECT k.id, coalesce(max(r.region), k.region_code) AS region, coalesce(max(r.credit_code), k.credit_code) AS credit_code
        FROM sheet_row r JOIN graph.supporting_unit k ON k.id = r.unit_id
        GROUP BY k.id
    ) wanted
    WHERE u.id = wanted.id AND (u.region_code, u.credit_code) IS DISTINCT FROM (wanted.region::char(6), wanted.credit_code)
    RETURNING u.id
)
UPDATE sheet_row r SET is_changed = true FROM changed WHERE changed.id = r.unit_id;

WITH added AS (
    INSERT INTO graph.supporting_unit (name, region_code, credit_code)
    SELECT r.name, r.region, max(r.credit_code)
    FROM sheet_row r
    WHERE r.unit_id IS NULL
    GROUP BY r.name, r.region
    ORDER BY min(r.position)
    RETURNING id, name, region_code
)
UPDATE sheet_row r SET unit_id = added.id, is_new = true
FROM added
WHERE r.unit_id IS NULL AND added.name = r.name AND added.region_code IS NOT DISTINCT FROM r.region::char(6);

-- Ended and given up first, led after: a file may hand the lead on.
WITH changed AS (
    UPDATE graph.society_supporting_unit s SET is_lead = false
    FROM sheet_row r
    WHERE s.society_id = r.society_id AND s.supporting_unit_id = r.unit_id AND lower(s.valid_during) IS NOT DISTINCT FROM r.supports_from
      AND s.is_lead AND NOT r.leads
    RETURNING r.position
)
UPDATE sheet_row r SET is_changed = true FROM changed WHERE changed.position = r.position;
WITH changed AS (
    UPDATE graph.society_supporting_unit s
    SET valid_during = daterange(r.supports_from, coalesce(r.supports_to, upper(s.valid_during))), is_lead = coalesce(r.is_lead, s.is_lead)
    FROM sheet_row r
    WHERE s.society_id = r.society_id AND s.supporting_unit_id = r.unit_id AND lower(s.valid_during) IS NOT DISTINCT FROM r.supports_from
      AND (s.valid_during <> daterange(r.supports_from, coalesce(r.supports_to, upper(s.valid_during))) OR s.is_lead <> coalesce(r.is_lead, s.is_lead))
    RETURNING r.position
)
UPDATE sheet_row r SET is_changed = true FROM changed WHERE changed.position = r.position;

WITH added AS (
    INSERT INTO graph.society_supporting_unit (society_id, supporting_unit_id, valid_during, is_lead)
    SELECT r.society_id, r.unit_id, r.supports, coalesce(r.is_lead, true)
    FROM sheet_row r
    WHERE r.society_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM graph.society_supporting_unit s
        WHERE s.society_id = r.society_id AND s.supporting_unit_id = r.unit_id AND lower(s.valid_during) IS NOT DISTINCT FROM r.supports_from)
    ORDER BY r.position
    RETURNING society_id, supporting_unit_id
)
UPDATE sheet_row r SET is_changed = true FROM added WHERE added.society_id = r.society_id AND added.supporting_unit_id = r.unit_id;
