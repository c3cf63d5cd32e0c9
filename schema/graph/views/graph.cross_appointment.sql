CREATE OR REPLACE VIEW graph.cross_appointment AS
SELECT team.branch_id, team.person_id, team.post AS branch_post, council.post AS council_post, term.society_id,
       team.valid_during * council.valid_during * term.term_during AS valid_during,
       lower(team.valid_during * council.valid_during * term.term_during) AS valid_from,
       upper(team.valid_during * council.valid_during * term.term_during) AS valid_to
FROM graph.appointment AS team
JOIN graph.branch_society AS stands ON stands.branch_id = team.branch_id
JOIN graph.council_term AS term ON term.society_id = stands.society_id
JOIN graph.appointment AS council ON council.council_term_id = term.id AND council.person_id = team.person_id
WHERE NOT isempty(team.valid_during * council.valid_during * term.term_during);
COMMENT ON VIEW graph.cross_appointment IS '交叉任职 Who holds a post in a branch and in the council of its society at the same time (004 班子建设-1).';
COMMENT ON COLUMN graph.cross_appointment.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.cross_appointment.person_id IS 'Who.';
COMMENT ON COLUMN graph.cross_appointment.branch_post IS 'The post in the branch.';
COMMENT ON COLUMN graph.cross_appointment.council_post IS 'The post in the council.';
COMMENT ON COLUMN graph.cross_appointment.society_id IS 'The council''s society.';
COMMENT ON COLUMN graph.cross_appointment.valid_during IS 'Days on which both hold.';
COMMENT ON COLUMN graph.cross_appointment.valid_from IS 'First day; null where the start is not stated.';
COMMENT ON COLUMN graph.cross_appointment.valid_to IS 'First day after it; null while it lasts.';
