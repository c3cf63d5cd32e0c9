CREATE OR REPLACE VIEW graph.coverage_rule AS
SELECT r.code AS region_code, c.coverage
FROM graph.region AS r
-- A value, looked up once and not once per column that reads it: joined as rows, the planner would look up all regions' first and lose
-- the order of whoever pages through societies.
CROSS JOIN LATERAL (SELECT graph.rule_section(r.code, 'coverage', graph.today()) AS coverage OFFSET 0) AS c
WHERE EXISTS (SELECT FROM graph.committee AS b WHERE b.region_code = r.code);
COMMENT ON VIEW graph.coverage_rule IS 'The rules of coverage in effect today in each region that has a committee.';
COMMENT ON COLUMN graph.coverage_rule.region_code IS 'The region.';
COMMENT ON COLUMN graph.coverage_rule.coverage IS 'Section coverage of the rule set.';
