CREATE OR REPLACE VIEW access.held_grant AS
SELECT g.id, g.account_id, g.role, coalesce(g.committee_id, g.branch_id, g.supervision_team_id, g.member_id) AS subject_id, r.subject, g.valid_from,
    least(g.valid_to, p.valid_to) AS valid_to,
    coalesce(c.name, b.name, t.name, m.member_ref) AS subject_name
FROM access.role_grant AS g
JOIN access.role AS r ON r.code = g.role
JOIN access.account AS a ON a.id = g.account_id
LEFT JOIN access.role_grant AS p ON p.id = g.derived_from
LEFT JOIN access.account AS o ON o.id = p.account_id
LEFT JOIN graph.committee AS c ON c.id = g.committee_id
LEFT JOIN graph.branch AS b ON b.id = g.branch_id
LEFT JOIN graph.supervision_team AS t ON t.id = g.supervision_team_id
LEFT JOIN graph.member AS m ON m.id = g.member_id
WHERE g.revoked_at IS NULL AND g.valid_from <= graph.today() AND (g.valid_to IS NULL OR g.valid_to > graph.today()) AND a.disabled_at IS NULL
    AND (g.derived_from IS NULL
        OR p.revoked_at IS NULL AND p.valid_from <= graph.today() AND (p.valid_to IS NULL OR p.valid_to > graph.today()) AND o.disabled_at IS NULL);
COMMENT ON VIEW access.held_grant IS 'Grants that hold today, of accounts that are not disabled; one that is derived from another holds no longer than that.';
