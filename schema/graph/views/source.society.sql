CREATE OR REPLACE VIEW source.society AS
SELECT id AS society_id, name, kind, level, discipline_code, operating_state, committee_id, daterange(attributes_since, NULL) AS valid_during
FROM graph.society
UNION ALL
SELECT society_id, name, kind, level, discipline_code, operating_state, committee_id, valid_during FROM graph.society_past;
COMMENT ON VIEW source.society IS 'One row per society and period with the same attributes.';
