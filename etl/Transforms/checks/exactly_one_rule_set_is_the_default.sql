-- Grain: one row per rule set and the number of defaults, where that is not one.
SELECT d.default_count, r.code, r.is_default
FROM (SELECT count(*) AS default_count FROM graph.rule_set WHERE is_default) AS d
LEFT JOIN graph.rule_set r ON true
WHERE d.default_count <> 1;
