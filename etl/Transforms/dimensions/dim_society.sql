-- Grain: one row per society and period with one lead supporting unit.
-- A society that left the graph stays: months that were loaded before count it.
DELETE FROM dw.dim_society d
WHERE NOT EXISTS (SELECT FROM staging.society_version v WHERE v.society_id = d.society_id AND v.valid_from = d.valid_from)
  AND EXISTS (SELECT FROM graph.society s WHERE s.id = d.society_id);
INSERT INTO dw.dim_society (society_id, name, kind, level, discipline_code, discipline_name, operating_state, lead_supporting_unit_id, lead_supporting_unit_name, valid_from, valid_to, load_run_id)
SELECT changed.*, l.load_run_id
FROM (
    SELECT v.society_id, s.name, s.kind, s.level, s.discipline_code, d.name, s.operating_state, v.lead_supporting_unit_id, u.name, v.valid_from, v.valid_to
    FROM staging.society_version v
    JOIN graph.society s ON s.id = v.society_id
    LEFT JOIN graph.discipline d ON d.code = s.discipline_code
    LEFT JOIN graph.supporting_unit u ON u.id = v.lead_supporting_unit_id
    EXCEPT
    SELECT society_id, name, kind, level, discipline_code, discipline_name, operating_state, lead_supporting_unit_id, lead_supporting_unit_name, valid_from, valid_to
    FROM dw.dim_society
) AS changed
CROSS JOIN staging.load l
ON CONFLICT (society_id, valid_from) DO UPDATE
SET name = excluded.name, kind = excluded.kind, level = excluded.level, discipline_code = excluded.discipline_code, discipline_name = excluded.discipline_name, operating_state = excluded.operating_state, lead_supporting_unit_id = excluded.lead_supporting_unit_id, lead_supporting_unit_name = excluded.lead_supporting_unit_name, valid_to = excluded.valid_to, load_run_id = excluded.load_run_id;
ANALYZE dw.dim_society;
