CREATE OR REPLACE VIEW graph.leading_group_place AS
SELECT g.id AS leading_group_id, g.council_term_id, t.society_id, s.committee_id, m.region_code, t.started_on, t.ends_on,
       first.valid_from AS in_office_from, least(t.ends_on, g.expired_on, s.cancelled_on) AS in_office_to
FROM graph.leading_group AS g
JOIN graph.council_term AS t ON t.id = g.council_term_id
JOIN graph.society AS s ON s.id = t.society_id
JOIN graph.committee AS m ON m.id = s.committee_id
LEFT JOIN LATERAL (SELECT min(c.valid_from) AS valid_from FROM graph.leading_group_composition AS c WHERE c.leading_group_id = g.id) AS first ON true;
COMMENT ON VIEW graph.leading_group_place IS 'Where each leading group belongs, and when it was in office: from its approval to the end of the council''s term or of the society.';
COMMENT ON COLUMN graph.leading_group_place.leading_group_id IS 'The group.';
COMMENT ON COLUMN graph.leading_group_place.council_term_id IS 'Its council''s term.';
COMMENT ON COLUMN graph.leading_group_place.society_id IS 'Its society.';
COMMENT ON COLUMN graph.leading_group_place.committee_id IS 'The committee that approves it.';
COMMENT ON COLUMN graph.leading_group_place.region_code IS 'The committee''s region, whose rules hold.';
COMMENT ON COLUMN graph.leading_group_place.started_on IS 'First day of the term.';
COMMENT ON COLUMN graph.leading_group_place.ends_on IS 'First day after the term.';
COMMENT ON COLUMN graph.leading_group_place.in_office_from IS 'First day in office; null while it was never approved.';
COMMENT ON COLUMN graph.leading_group_place.in_office_to IS 'First day out of office.';
