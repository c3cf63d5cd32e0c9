CREATE OR REPLACE VIEW graph.branch_permission AS
SELECT branch.id AS branch_id, permission.name AS permission, branch.ends_on IS NULL AND (permission.rule ->> 'value')::boolean AS is_allowed,
       CASE WHEN branch.ends_on IS NULL THEN permission.rule ->> 'source' ELSE '中国共产党支部工作条例（试行） 第九条' END AS clause
FROM graph.branch
JOIN graph.committee ON committee.id = branch.committee_id
LEFT JOIN graph.branch_category_period AS period ON period.branch_id = branch.id AND period.valid_during @> graph.today()
CROSS JOIN LATERAL graph.rules_in_effect(committee.region_code, 'categories', graph.today()) AS rules (section)
CROSS JOIN LATERAL jsonb_each(rules.section #> ARRAY['permissions', coalesce(period.category, 'UNCLASSIFIED')]) AS permission (name, rule);
COMMENT ON VIEW graph.branch_permission IS '权限 What a branch of its present category may do (000 §三); a temporary one has no members of its own and may do none of it.';
COMMENT ON COLUMN graph.branch_permission.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.branch_permission.permission IS 'DEVELOP_MEMBERS, CONVERT_PROBATIONARY, COLLECT_DUES or CULTIVATE_APPLICANTS.';
COMMENT ON COLUMN graph.branch_permission.is_allowed IS 'Whether it may.';
COMMENT ON COLUMN graph.branch_permission.clause IS 'Where that stands.';
