-- A transfer into another branch dates itself: the branch before is kept with its days, and in graphs from before that was kept stands as an
-- organizational life that ends with the transfer.
CREATE OR REPLACE FUNCTION graph.member_branch_on(member bigint, on_day date) RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (
        SELECT coalesce(
            (SELECT p.branch_id FROM graph.member_branch_past AS p WHERE p.member_id = m.id AND p.valid_during @> on_day),
            (SELECT l.branch_id FROM graph.organization_life AS l
             WHERE l.member_id = m.id AND l.valid_during @> on_day AND on_day < m.affiliated_since AND upper(l.valid_during) = m.affiliated_since
             ORDER BY l.id LIMIT 1),
            m.branch_id)
        FROM graph.member AS m WHERE m.id = member);
COMMENT ON FUNCTION graph.member_branch_on IS 'Which branch a member belonged to on a day.';
