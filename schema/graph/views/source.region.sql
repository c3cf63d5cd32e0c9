CREATE OR REPLACE VIEW source.region AS
SELECT r.code, r.name, r.parent_code, graph.level_of_region(r.code) AS level, r.around
FROM graph.region AS r
-- Most of the country's regions have no committee here, and every step of a load would carry them.
WHERE r.code IN (
    SELECT unnest(u.around)
    FROM graph.region AS u
    WHERE u.code IN (
        SELECT c.region_code FROM graph.committee AS c
        UNION SELECT s.region_code FROM graph.supporting_unit AS s WHERE s.region_code IS NOT NULL
        UNION SELECT e.region_code FROM graph.rule_set AS e));
COMMENT ON VIEW source.region IS 'One row per region that a committee, a supporting unit or a rule set names, and each around it.';
