-- A document's code begins a citation; behind it stand clauses, separated by commas, up to the next code. What is no clause is a remark.
CREATE OR REPLACE FUNCTION graph.citations_of(source text) RETURNS TABLE (place bigint, document_code text, words text)
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE ROWS 2
BEGIN ATOMIC
    SELECT row_number() OVER (ORDER BY cited.place, listed.place), cited.parts[1], ltrim(listed.words)
    FROM regexp_matches(source, '(?<![0-9A-Za-z])([0-9]{3})(?![0-9])(.*?)(?=(?<![0-9A-Za-z])[0-9]{3}(?![0-9])|$)', 'g') WITH ORDINALITY AS cited (parts, place)
    CROSS JOIN LATERAL regexp_split_to_table(cited.parts[2], '[,，、;；]| to ') WITH ORDINALITY AS listed (words, place);
END;
COMMENT ON FUNCTION graph.citations_of IS 'A source such as "001 §7, §8, 002 §2" in its parts: a row per place, with the document''s code and the words that begin with a clause, or are a remark.';
