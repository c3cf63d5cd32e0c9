CREATE OR REPLACE VIEW source.member AS
SELECT m.member_id, m.branch_id, m.status, p.sex, p.birth_year, m.valid_during
FROM graph.membership AS m
LEFT JOIN graph.person AS p ON p.id = m.person_id;
COMMENT ON VIEW source.member IS 'One row per member, branch and period with one status: sex and year of birth, no name.';
