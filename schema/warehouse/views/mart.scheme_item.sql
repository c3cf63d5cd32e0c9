CREATE OR REPLACE VIEW mart.scheme_item AS
SELECT i.scheme_item_key AS scheme_item_id, i.scheme_id, i.section, i.item_code, i.position, i.text, i.maximum, i.clause
FROM dw.dim_scheme_item AS i
WHERE i.scheme_item_key > 0;
COMMENT ON VIEW mart.scheme_item IS '考核项目 What do items of assessment schemes ask, and how many points can they give? One row per scheme, item and maximum.';
COMMENT ON COLUMN mart.scheme_item.scheme_item_id IS 'Key here; a greater one is newer.';
COMMENT ON COLUMN mart.scheme_item.scheme_id IS 'Assessment scheme in the graph; null where a result came without one.';
COMMENT ON COLUMN mart.scheme_item.section IS 'Section of the scheme.';
COMMENT ON COLUMN mart.scheme_item.item_code IS '考核项目 Code of the item.';
COMMENT ON COLUMN mart.scheme_item.position IS 'Place in the scheme; null where a result came without one.';
COMMENT ON COLUMN mart.scheme_item.text IS 'What it asks, in short; null where a result came without a scheme.';
COMMENT ON COLUMN mart.scheme_item.maximum IS 'Points that it can give.';
COMMENT ON COLUMN mart.scheme_item.clause IS 'Clauses that say so; null where a result came without a scheme.';
GRANT SELECT ON mart.scheme_item TO bi_reader;
