CREATE OR REPLACE VIEW graph.leading_group_composition_facts AS
SELECT c.id AS composition_id, c.leading_group_id, c.number, c.status, c.submitted_on, c.valid_during, seats.*, council.*
FROM graph.leading_group_composition AS c
JOIN graph.leading_group AS g ON g.id = c.leading_group_id
CROSS JOIN LATERAL (
    SELECT coalesce(bool_or(a.post = 'COUNCIL_CHAIR'), false) AS chair_in_party, coalesce(bool_or(a.post = 'COUNCIL_VICE_CHAIR'), false) AS vice_chair_in_party
    FROM graph.appointment AS a
    JOIN graph.member AS p ON p.person_id = a.person_id AND (p.joined_on IS NULL OR p.joined_on <= c.submitted_on) AND (p.ended_on IS NULL OR c.submitted_on < p.ended_on)
    WHERE a.council_term_id = g.council_term_id AND a.post IN ('COUNCIL_CHAIR', 'COUNCIL_VICE_CHAIR') AND a.valid_during @> c.submitted_on
) AS council
CROSS JOIN LATERAL (
    SELECT count(*)::int AS seat_count, (count(*) FILTER (WHERE e.role = 'LEADER'))::int AS leader_count,
           (count(*) FILTER (WHERE p.id IS NULL))::int AS outsider_count,
           coalesce(bool_or(e.role = 'LEADER' AND p.id IS NOT NULL AND post.is_chair), false) AS leader_is_chair,
           coalesce(bool_or(e.role = 'LEADER' AND p.id IS NOT NULL AND post.is_vice_chair), false) AS leader_is_vice_chair
    FROM graph.leading_group_seat AS e
    LEFT JOIN graph.member AS p ON p.person_id = e.person_id AND (p.joined_on IS NULL OR p.joined_on <= c.submitted_on) AND (p.ended_on IS NULL OR c.submitted_on < p.ended_on)
    LEFT JOIN LATERAL (
        SELECT bool_or(a.post = 'COUNCIL_CHAIR') AS is_chair, bool_or(a.post = 'COUNCIL_VICE_CHAIR') AS is_vice_chair
        FROM graph.appointment AS a
        WHERE a.council_term_id = g.council_term_id AND a.person_id = e.person_id AND a.valid_during @> c.submitted_on
    ) AS post ON e.role = 'LEADER'
    WHERE e.composition_id = c.id
) AS seats;
COMMENT ON VIEW graph.leading_group_composition_facts IS 'What the rules ask of each composition, on the day on which it was submitted.';
COMMENT ON COLUMN graph.leading_group_composition_facts.composition_id IS 'The composition.';
COMMENT ON COLUMN graph.leading_group_composition_facts.leading_group_id IS 'Its group.';
COMMENT ON COLUMN graph.leading_group_composition_facts.number IS 'Its number.';
COMMENT ON COLUMN graph.leading_group_composition_facts.status IS 'Its status.';
COMMENT ON COLUMN graph.leading_group_composition_facts.submitted_on IS 'When it was submitted.';
COMMENT ON COLUMN graph.leading_group_composition_facts.valid_during IS 'Days on which it holds; null where it was not approved.';
COMMENT ON COLUMN graph.leading_group_composition_facts.seat_count IS 'Seats.';
COMMENT ON COLUMN graph.leading_group_composition_facts.leader_count IS 'Leaders.';
COMMENT ON COLUMN graph.leading_group_composition_facts.outsider_count IS 'Seats whose holder is no party member.';
COMMENT ON COLUMN graph.leading_group_composition_facts.leader_is_chair IS 'Whether the leader chairs the council and is a party member.';
COMMENT ON COLUMN graph.leading_group_composition_facts.leader_is_vice_chair IS 'Whether the leader is a vice-chair and a party member.';
COMMENT ON COLUMN graph.leading_group_composition_facts.chair_in_party IS 'Whether the council''s chair is a party member.';
COMMENT ON COLUMN graph.leading_group_composition_facts.vice_chair_in_party IS 'Whether a vice-chair is a party member.';
