CREATE OR REPLACE VIEW graph.category_review AS
SELECT branch.id AS branch_id, branch.committee_id, coalesce(period.category, 'UNCLASSIFIED') AS category, derived.category AS derived_category
FROM graph.branch
LEFT JOIN graph.branch_category_period AS period ON period.branch_id = branch.id AND period.valid_during @> graph.today()
JOIN graph.branch_derived_category AS derived ON derived.branch_id = branch.id
-- A temporary one has no members whose affiliations could say.
WHERE branch.status <> 'DISSOLVED' AND branch.ends_on IS NULL AND (derived.category = 'UNCLASSIFIED' OR derived.category <> coalesce(period.category, 'UNCLASSIFIED'));
COMMENT ON VIEW graph.category_review IS '待核分类 Branches whose present category is not the derived one, and those for which none can be derived.';
COMMENT ON COLUMN graph.category_review.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.category_review.committee_id IS 'Its committee.';
COMMENT ON COLUMN graph.category_review.category IS 'Its present category.';
COMMENT ON COLUMN graph.category_review.derived_category IS 'The derived one.';
