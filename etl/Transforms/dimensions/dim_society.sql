-- Grain: one row per society and period with the same name, kind, level, discipline, state, committee and lead supporting unit.
WITH carried AS (
    SELECT u.society_id, u.supporting_unit_id, n.name, u.valid_during * n.valid_during AS valid_during
    FROM scope_society AS s
    JOIN source.society_supporting_unit AS u ON u.society_id = s.society_id AND u.is_lead
    JOIN source.supporting_unit AS n ON n.supporting_unit_id = u.supporting_unit_id
    WHERE NOT isempty(u.valid_during * n.valid_during)
), held AS (
    SELECT p.* FROM scope_society AS s JOIN source.society AS p ON p.society_id = s.society_id
), border (society_id, day) AS (
    SELECT society_id, coalesce(lower(valid_during), '1900-01-01') FROM held
    UNION SELECT society_id, upper(valid_during) FROM held
    UNION SELECT society_id, lower(valid_during) FROM carried
    UNION SELECT society_id, upper(valid_during) FROM carried
), span AS (
    SELECT b.society_id, b.day, p.name, p.kind, p.level, p.discipline_code, d.name AS discipline_name, p.operating_state, p.committee_id,
           c.supporting_unit_id AS lead_supporting_unit_id, c.name AS lead_supporting_unit_name
    FROM border AS b
    LEFT JOIN held AS p ON p.society_id = b.society_id AND p.valid_during @> b.day
    LEFT JOIN carried AS c ON c.society_id = b.society_id AND c.valid_during @> b.day
    LEFT JOIN source.discipline AS d ON d.code = p.discipline_code
    WHERE b.day >= '1900-01-01' AND b.day < '2100-01-01'
), marked AS (
    SELECT *, row_number() OVER w = 1 OR (name, kind, level, discipline_code, discipline_name, operating_state, committee_id,
               lead_supporting_unit_id, lead_supporting_unit_name)
           IS DISTINCT FROM (lag(name) OVER w, lag(kind) OVER w, lag(level) OVER w, lag(discipline_code) OVER w, lag(discipline_name) OVER w,
               lag(operating_state) OVER w, lag(committee_id) OVER w, lag(lead_supporting_unit_id) OVER w, lag(lead_supporting_unit_name) OVER w) AS begins
    FROM span
    WINDOW w AS (PARTITION BY society_id ORDER BY day)
)
SELECT society_id, name, kind, level, discipline_code, discipline_name, operating_state, committee_id, lead_supporting_unit_id,
       lead_supporting_unit_name, valid_from, valid_to
FROM (
    SELECT *, day AS valid_from, lead(day, 1, DATE '9999-12-31') OVER (PARTITION BY society_id ORDER BY day) AS valid_to
    FROM marked WHERE begins
) AS version
WHERE committee_id IS NOT NULL
