-- Grain: one row per change whose branch version begins on another day or has another category.
SELECT f.branch_id, f.date_key, f.to_category, b.category AS branch_category, b.valid_from
FROM dw.fct_category_change f
LEFT JOIN dw.dim_branch b ON b.branch_key = f.branch_key
WHERE b.category IS DISTINCT FROM f.to_category
   OR b.valid_from IS DISTINCT FROM coalesce(to_date(f.date_key::text, 'YYYYMMDD'), DATE '1900-01-01');
