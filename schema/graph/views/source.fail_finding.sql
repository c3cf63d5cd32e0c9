CREATE OR REPLACE VIEW source.fail_finding AS
SELECT f.id AS fail_finding_id, e.branch_id, f.entry_id, f.fail_rule, f.found_on, f.withdrawn_on
FROM graph.fail_finding AS f
JOIN graph.assessment_entry AS e ON e.id = f.entry_id;
COMMENT ON VIEW source.fail_finding IS 'One row per finding of a fail rule.';
