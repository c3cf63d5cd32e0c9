-- Runs as its owner: mart.indicator calls it for readers, who see no table of dw.
CREATE OR REPLACE FUNCTION dw.indicator_dimensions(definition jsonb) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT coalesce(array_agg(d.code ORDER BY d.place), '{}')
    FROM (SELECT code, field, needs, row_number() OVER () AS place FROM dw.dimension WHERE used_by = 'ALL') AS d
    WHERE d.field IS NOT NULL
      -- Of people nothing smaller than a committee is asked.
      AND NOT (d.code IN ('SOCIETY', 'BRANCH') AND 'member_count' = ANY (array_remove(ARRAY[definition ->> 'fact', definition #>> '{numerator,fact}', definition #>> '{denominator,fact}'], NULL)))
      AND NOT EXISTS (
          SELECT FROM unnest(ARRAY[definition #>> '{numerator,fact}', definition #>> '{denominator,fact}', definition ->> 'fact']) AS f
          WHERE f IS NOT NULL AND NOT EXISTS (SELECT FROM dw.fact_column AS c WHERE c.fact = f AND c.name = d.needs));
END;
COMMENT ON FUNCTION dw.indicator_dimensions IS 'What an indicator can be grouped and filtered by: the dimensions that all its facts have.';
