CREATE OR REPLACE VIEW source.council_post AS
SELECT t.society_id, a.person_id, a.post, a.valid_during * t.term_during AS valid_during
FROM graph.appointment AS a
JOIN graph.council_term AS t ON t.id = a.council_term_id
WHERE NOT isempty(a.valid_during * t.term_during);
COMMENT ON VIEW source.council_post IS 'One row per post in a societys council, within its term.';
