CREATE OR REPLACE VIEW graph.branch_team AS
SELECT branch.id AS branch_id, team.team_count, team.cross_appointed_count
FROM graph.branch
CROSS JOIN LATERAL (
    SELECT count(DISTINCT held.person_id)::int AS team_count,
           count(DISTINCT held.person_id) FILTER (WHERE EXISTS (
               SELECT FROM graph.cross_appointment AS both_posts
               WHERE both_posts.branch_id = branch.id AND both_posts.person_id = held.person_id AND both_posts.valid_during @> graph.today()))::int AS cross_appointed_count
    FROM graph.appointment AS held
    WHERE held.branch_id = branch.id AND held.valid_during @> graph.today()
) AS team;
COMMENT ON VIEW graph.branch_team IS '支部班子 How many hold posts in a branch today, and how many of them hold one in its society''s council too.';
COMMENT ON COLUMN graph.branch_team.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.branch_team.team_count IS 'People with a post in the branch.';
COMMENT ON COLUMN graph.branch_team.cross_appointed_count IS 'Those of them with a post in the council of its society.';
