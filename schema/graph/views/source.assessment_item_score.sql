CREATE OR REPLACE VIEW source.assessment_item_score AS
SELECT i.assessment_id, a.branch_id, a.year, a.entry_id, i.section, i.item_code, i.maximum, i.score
FROM graph.assessment_item_score AS i
JOIN graph.assessment AS a ON a.id = i.assessment_id
WHERE a.is_current;
COMMENT ON VIEW source.assessment_item_score IS 'One row per result that holds and item.';
