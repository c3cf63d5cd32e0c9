-- Expansion: the same answers by a loop, so nothing that is stored has to be computed anew.
CREATE OR REPLACE FUNCTION graph.text_grams(value text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
DECLARE
    singles text[] := nullif(string_to_array(value, NULL), '{}');
    pairs text[] := singles;
BEGIN
    FOR i IN 1 .. coalesce(cardinality(singles), 0) - 1 LOOP
        pairs[i] := singles[i] || singles[i + 1];
    END LOOP;
    RETURN singles || pairs;
END $$;
