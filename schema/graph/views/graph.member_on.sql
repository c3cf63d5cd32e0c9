-- Whose membership held on the day, and where, graph.membership says; this says what each member was. Pasts follow each other without gaps,
-- so the first one that ends after the day is that of the day, and the first that is known held before, too.
CREATE OR REPLACE FUNCTION graph.member_on(day date)
RETURNS TABLE (id bigint, version int, person_id bigint, branch_id bigint, status text, status_since date, joined_on date)
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT m.id, m.version, m.person_id,
           coalesce((SELECT b.branch_id FROM graph.member_branch_past AS b
                     WHERE b.member_id = m.id AND upper(b.valid_during) > day ORDER BY upper(b.valid_during) LIMIT 1), m.branch_id),
           coalesce(was.status, m.status), CASE WHEN was.status IS NULL THEN m.status_since ELSE was.since END, m.joined_on
    FROM graph.member AS m
    LEFT JOIN LATERAL (
        SELECT s.status, lower(s.valid_during) AS since FROM graph.member_status_past AS s
        WHERE s.member_id = m.id AND upper(s.valid_during) > day ORDER BY upper(s.valid_during) LIMIT 1
    ) AS was ON true;
END;
COMMENT ON FUNCTION graph.member_on IS 'Each member with the branch and the status of a day.';
