-- Searching in names. Trigrams cannot find a word of two characters, which most Chinese words are, and where the database's character
-- type is "C" they find no Chinese at all. Single characters and pairs work in every locale. The cost is what makes the planner test
-- LIKE first and this function last.
-- Written as a loop: the same as a query took twice as long for every name that is inserted.
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
COMMENT ON FUNCTION graph.text_grams IS 'Every character of a text and every pair of neighbours, for indexes that find a text within a text.';
