-- Grain: as source.member: the members of branches in scope, once for all that count them.
-- Few branches are looked up one by one: joined with the view, the planner would read every member there is.
CREATE TEMP TABLE member_width ON COMMIT DROP AS
-- More than a tenth of all, who are not counted to the end.
SELECT NOT EXISTS (
    SELECT FROM source.branch
    OFFSET (SELECT greatest(count(*) * 10 - 1, 0) FROM (SELECT branch_id FROM scope_branch UNION SELECT branch_id FROM scope_society_branch) AS w)
) AS is_wide;
CREATE TEMP TABLE scope_member ON COMMIT DROP AS
SELECT m.branch_id, m.status, m.sex, m.birth_year, m.valid_during
FROM source.member AS m
WHERE (SELECT is_wide FROM member_width);
-- A hash join would read everybody's past status for each branch.
SET LOCAL enable_hashjoin = off;
SET LOCAL enable_mergejoin = off;
INSERT INTO scope_member (branch_id, status, sex, birth_year, valid_during)
SELECT m.branch_id, m.status, m.sex, m.birth_year, m.valid_during
FROM (SELECT branch_id FROM scope_branch UNION SELECT branch_id FROM scope_society_branch) AS w
CROSS JOIN LATERAL (SELECT * FROM source.member AS s WHERE s.branch_id = w.branch_id OFFSET 0) AS m
WHERE NOT (SELECT is_wide FROM member_width);
SET LOCAL enable_hashjoin = on;
SET LOCAL enable_mergejoin = on;
ANALYZE scope_member;
