CREATE OR REPLACE VIEW source.group_meeting AS
SELECT m.id AS meeting_id, t.society_id, m.held_on, s.seats, p.present, i.decided, i.deferred
FROM graph.leading_group_meeting AS m
JOIN graph.leading_group AS g ON g.id = m.leading_group_id
JOIN graph.council_term AS t ON t.id = g.council_term_id
CROSS JOIN LATERAL (SELECT count(*)::int AS seats FROM graph.leading_group_seat AS s WHERE s.composition_id = m.composition_id) AS s
CROSS JOIN LATERAL (
    SELECT count(*)::int AS present FROM graph.leading_group_attendance AS a WHERE a.meeting_id = m.id AND a.status = 'PRESENT') AS p
CROSS JOIN LATERAL (
    SELECT (count(*) FILTER (WHERE i.state IN ('ADOPTED', 'REJECTED')))::int AS decided, (count(*) FILTER (WHERE i.state = 'DEFERRED'))::int AS deferred
    FROM graph.leading_group_agenda_item AS i WHERE i.meeting_id = m.id) AS i;
COMMENT ON VIEW source.group_meeting IS 'One row per meeting of a leading group.';
