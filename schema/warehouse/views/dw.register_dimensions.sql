CREATE OR REPLACE FUNCTION dw.register_dimensions(register text, is_filter boolean) RETURNS text[]
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT coalesce(array_agg(d.code ORDER BY d.place), '{}')
    FROM dw.register AS r
    JOIN (SELECT code, field, needs, used_by, row_number() OVER () AS place FROM dw.dimension) AS d ON d.field IS NOT NULL
    WHERE r.code = register
      AND (d.used_by <> 'CONDITION' OR is_filter)
      AND CASE
          -- Between two months a branch has two categories; they are read off the rows, so they restrict none.
          WHEN r.time_rule = 'TRANSITION' AND d.code IN ('FROM_CATEGORY', 'TO_CATEGORY') THEN NOT is_filter
          WHEN r.time_rule = 'TRANSITION' AND d.code = 'CATEGORY' THEN false
          ELSE EXISTS (SELECT FROM dw.fact_column AS c WHERE c.fact = r.fact AND c.name = d.needs) END
      AND (r.only_by IS NULL OR d.code = ANY (r.only_by))
      -- Of people only committees and places can be chosen: who leaves some out could tell the rest.
      AND NOT (is_filter AND r.fact = 'member_count' AND d.code IN ('AGE_BAND', 'SEX', 'MEMBER_STATUS'));
END;
COMMENT ON FUNCTION dw.register_dimensions IS 'What a register can be grouped by, or with is_filter restricted by.';
