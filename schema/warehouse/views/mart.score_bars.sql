CREATE OR REPLACE FUNCTION mart.score_bars(histogram jsonb) RETURNS TABLE ("position" bigint, score numeric, count bigint)
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE ROWS 20
BEGIN ATOMIC
    SELECT row_number() OVER (ORDER BY b.score), b.score, b.count FROM jsonb_to_recordset(histogram) AS b (score numeric, count bigint);
END;
COMMENT ON FUNCTION mart.score_bars IS 'The histogram of mart.score_value as rows: how many were given each score.';
GRANT EXECUTE ON FUNCTION mart.score_bars TO bi_reader;
