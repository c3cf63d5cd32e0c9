-- "§1" does not begin "§12", nor "第五条" the "第五条（七）3": a number behind it is part of the code, anything else a remark.
CREATE OR REPLACE FUNCTION graph.begins_with_clause(words text, code text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN starts_with(words, code) AND substr(words, length(code) + 1) !~ '^(-?[0-9]|（[0-9一二三四五六七八九十]+）)';
COMMENT ON FUNCTION graph.begins_with_clause IS 'Whether words of a source cite the clause of this code, whatever remark follows.';
