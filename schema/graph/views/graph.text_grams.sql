-- Searching in names. Trigrams cannot find a word of two characters, which most Chinese words are, and where the database's character
-- type is "C" they find no Chinese at all. Single characters and pairs work in every locale. The cost is what makes the planner test
-- LIKE first and this function last.
CREATE OR REPLACE FUNCTION graph.text_grams(value text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000
    RETURN (SELECT array_agg(substr(value, i, 1)) || array_agg(substr(value, i, 2)) FROM generate_series(1, length(value)) AS i);
COMMENT ON FUNCTION graph.text_grams IS 'Every character of a text and every pair of neighbours, for indexes that find a text within a text.';
