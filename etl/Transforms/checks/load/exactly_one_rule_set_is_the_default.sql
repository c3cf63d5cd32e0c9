-- Grain: one row per rule set and the number of defaults, where that is not one.
SELECT d.default_count, r.code, r.is_default
FROM (SELECT count(*) AS default_count FROM source.rule_set WHERE is_default) AS d
LEFT JOIN source.rule_set AS r ON true
WHERE d.default_count <> 1;
