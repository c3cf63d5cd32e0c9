CREATE OR REPLACE VIEW source.society AS
SELECT id AS society_id, name, kind, level, discipline_code, operating_state, committee_id,
       daterange(attributes_since, NULL) * there_during AS valid_during
FROM graph.society
WHERE daterange(attributes_since, NULL) && there_during
UNION ALL
SELECT p.society_id, p.name, p.kind, p.level, p.discipline_code, p.operating_state, p.committee_id, p.valid_during * s.there_during
FROM graph.society_past AS p JOIN graph.society AS s ON s.id = p.society_id
WHERE p.valid_during && s.there_during;
COMMENT ON VIEW source.society IS 'One row per society and period with the same attributes, from its founding to its cancellation.';
