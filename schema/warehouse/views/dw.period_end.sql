CREATE OR REPLACE FUNCTION dw.period_end(grain text, day date) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (dw.period_start(grain, day)
        + CASE grain WHEN 'MONTH' THEN interval '1 month' WHEN 'QUARTER' THEN interval '3 months' WHEN 'HALF_YEAR' THEN interval '6 months' ELSE interval '1 year' END)::date - 1;
COMMENT ON FUNCTION dw.period_end IS 'Last day of the MONTH, QUARTER, HALF_YEAR or YEAR that a day is in.';
