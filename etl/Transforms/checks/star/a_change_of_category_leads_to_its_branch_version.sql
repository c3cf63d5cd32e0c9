-- Grain: one row per change whose branch version begins on another day or has another category.
SELECT f.branch_id, f.date_key, f.to_category, b.category AS branch_category, b.valid_from
FROM dw.fct_category_change AS f
LEFT JOIN dw.dim_branch AS b ON b.branch_key = f.branch_key AND b.superseded_run_id IS NULL
WHERE f.generation = (SELECT generation FROM dw.published)
  AND (b.category IS DISTINCT FROM f.to_category
       OR b.valid_from IS DISTINCT FROM CASE WHEN f.date_key > 0 THEN to_date(f.date_key::text, 'YYYYMMDD') ELSE '1900-01-01' END);
