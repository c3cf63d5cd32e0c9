CREATE OR REPLACE VIEW source.leading_group AS
SELECT g.id AS leading_group_id, t.society_id, daterange(g.approved_on, least(g.expired_on, t.ends_on)) AS valid_during
FROM graph.leading_group AS g
JOIN graph.council_term AS t ON t.id = g.council_term_id
WHERE g.approved_on < least(g.expired_on, t.ends_on);
COMMENT ON VIEW source.leading_group IS 'One row per leading group, from its approval to the end of the councils term.';
