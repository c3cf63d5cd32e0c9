CREATE OR REPLACE VIEW mart.assessment_item AS
SELECT f.year,
       f.branch_id,
       f.committee_id,
       c.name AS committee_name,
       c.region_code,
       c.province_code,
       i.section,
       i.item_code,
       i.text AS item_text,
       i.clause,
       f.score,
       f.maximum,
       1 AS item_count,
       f.load_run_id AS load_id
FROM dw.fct_assessment_item AS f
LEFT JOIN dw.dim_scheme_item AS i ON i.scheme_item_key = f.scheme_item_key
LEFT JOIN dw.dim_committee AS c ON c.committee_key = f.committee_key
WHERE f.generation = (SELECT p.generation FROM dw.published AS p);
COMMENT ON VIEW mart.assessment_item IS 'How many points for each item? One row per result and item. Add within a scheme; a mean is the sum of scores ÷ the sum of item_count.';
COMMENT ON COLUMN mart.assessment_item.year IS 'Year.';
COMMENT ON COLUMN mart.assessment_item.branch_id IS 'Key of the branch in the graph.';
COMMENT ON COLUMN mart.assessment_item.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN mart.assessment_item.committee_name IS '科技社团党委 Name of the committee.';
COMMENT ON COLUMN mart.assessment_item.region_code IS 'Region of the committee (GB/T 2260).';
COMMENT ON COLUMN mart.assessment_item.province_code IS 'Province of the committee; null for the country''s.';
COMMENT ON COLUMN mart.assessment_item.section IS 'Section of the scheme.';
COMMENT ON COLUMN mart.assessment_item.item_code IS '考核项目 Code of the item.';
COMMENT ON COLUMN mart.assessment_item.item_text IS 'What it asks, in short; null where the result came without a scheme.';
COMMENT ON COLUMN mart.assessment_item.clause IS 'Clauses that say so; null where the result came without a scheme.';
COMMENT ON COLUMN mart.assessment_item.score IS '得分 Points.';
COMMENT ON COLUMN mart.assessment_item.maximum IS 'Points that the item can give.';
COMMENT ON COLUMN mart.assessment_item.item_count IS 'Always 1.';
COMMENT ON COLUMN mart.assessment_item.load_id IS 'The load that wrote this row.';
GRANT SELECT ON mart.assessment_item TO bi_reader;
