CREATE OR REPLACE VIEW source.society AS
SELECT id AS society_id, name, kind, level, discipline_code,
       -- Of one that was entered as cancelled nobody knows what it was before.
       CASE WHEN operating_state <> 'CANCELLED' OR cancelled_on IS NULL THEN operating_state END AS operating_state, committee_id,
       daterange(attributes_since, NULL) * there_during AS valid_during
FROM graph.society
WHERE daterange(attributes_since, NULL) && there_during
UNION ALL
SELECT p.society_id, p.name, p.kind, p.level, p.discipline_code,
       CASE WHEN p.operating_state <> 'CANCELLED' OR s.cancelled_on IS NULL THEN p.operating_state END, p.committee_id, p.valid_during * s.there_during
FROM graph.society_past AS p JOIN graph.society AS s ON s.id = p.society_id
WHERE p.valid_during && s.there_during;
COMMENT ON VIEW source.society IS 'One row per society and period with the same attributes, from its founding to its cancellation.';
