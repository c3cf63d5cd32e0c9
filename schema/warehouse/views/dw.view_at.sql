-- A view of mart over what an earlier load knew. The view's own text, with its fact replaced: one definition for both.
CREATE OR REPLACE FUNCTION dw.view_at(view text, known_at timestamptz) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    definition text := pg_get_viewdef(to_regclass('mart.' || view));
    fact text := substring(definition FROM 'dw\.fct_(\w+) f\M');
    rows text := format('(SELECT (SELECT p.generation FROM dw.published AS p) AS generation, k.* FROM (%s) AS k) f', dw.fact_rows(fact, mart.at(known_at)));
BEGIN
    RETURN replace(definition, format('dw.fct_%s f', fact), rows);
END $$;
COMMENT ON FUNCTION dw.view_at IS 'The query of a view of mart that reads one fact, over the rows of it that stood at a moment.';
