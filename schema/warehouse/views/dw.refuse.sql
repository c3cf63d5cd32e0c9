-- SQLSTATE SP001 marks what a caller gave and can mend; the service answers it as an error of the query.
CREATE OR REPLACE FUNCTION dw.refuse(code text, problem text, remedy text) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SP001', MESSAGE = code || ': ' || problem, HINT = remedy;
END $$;
COMMENT ON FUNCTION dw.refuse IS 'Ends a statement with an error that has a code, says what is wrong, and what to do.';
