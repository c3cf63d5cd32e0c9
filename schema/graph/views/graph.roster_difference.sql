CREATE OR REPLACE VIEW graph.roster_difference AS
SELECT entry.roster_id, entry.position, entry.branch_id, entry.category AS listed_category, coalesce(period.category, 'UNCLASSIFIED') AS category,
       derived.category AS derived_category,
       CASE
           WHEN entry.category <> coalesce(period.category, 'UNCLASSIFIED') THEN 'RECLASSIFIED'
           WHEN derived.reason_code IN ('NO_MEMBERS', 'AFFILIATION_NOT_STATED') THEN 'NOT_PROVEN'
           ELSE 'DERIVED_DIFFERS'
       END AS code
FROM graph.roster_entry AS entry
LEFT JOIN graph.branch_category_period AS period ON period.branch_id = entry.branch_id AND period.valid_during @> graph.today()
JOIN graph.branch_derived_category AS derived ON derived.branch_id = entry.branch_id
WHERE entry.category <> coalesce(period.category, 'UNCLASSIFIED') OR entry.category <> derived.category;
COMMENT ON VIEW graph.roster_difference IS '名单核对 Entries of a list whose category is not that of the graph today, or not the derived one. The list stays as it was published.';
COMMENT ON COLUMN graph.roster_difference.roster_id IS 'The list.';
COMMENT ON COLUMN graph.roster_difference.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN graph.roster_difference.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.roster_difference.listed_category IS 'The category under which it is listed.';
COMMENT ON COLUMN graph.roster_difference.category IS 'Its category in the graph today.';
COMMENT ON COLUMN graph.roster_difference.derived_category IS 'The category that the rules derive.';
COMMENT ON COLUMN graph.roster_difference.code IS 'RECLASSIFIED: the graph has another category today. NOT_PROVEN: too little is stated to derive one. DERIVED_DIFFERS: what is stated gives another.';
