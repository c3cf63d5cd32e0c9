-- Grain: as source.member: the members of branches in scope, once for all that count them.
-- Few branches are looked up one by one: joined with the view, the planner would read every member there is.
CREATE TEMP TABLE scope_member ON COMMIT DROP AS
WITH wanted AS MATERIALIZED (
    SELECT branch_id FROM scope_branch
    UNION
    SELECT branch_id FROM scope_society_branch
), width AS MATERIALIZED (
    SELECT (SELECT count(*) FROM wanted) * 10 > (SELECT count(*) FROM source.branch) AS is_wide
)
SELECT m.branch_id, m.status, m.sex, m.birth_year, m.valid_during
FROM source.member AS m
WHERE (SELECT is_wide FROM width)
UNION ALL
SELECT m.branch_id, m.status, m.sex, m.birth_year, m.valid_during
FROM wanted AS w
CROSS JOIN LATERAL (SELECT * FROM source.member AS s WHERE s.branch_id = w.branch_id OFFSET 0) AS m
WHERE NOT (SELECT is_wide FROM width);
ANALYZE scope_member;
