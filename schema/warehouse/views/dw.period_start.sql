CREATE OR REPLACE FUNCTION dw.period_start(grain text, day date) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE grain
        WHEN 'HALF_YEAR' THEN make_date(extract(year FROM day)::int, CASE WHEN extract(month FROM day) <= 6 THEN 1 ELSE 7 END, 1)
        ELSE date_trunc(lower(grain), day::timestamp)::date END;
COMMENT ON FUNCTION dw.period_start IS 'First day of the MONTH, QUARTER, HALF_YEAR or YEAR that a day is in.';
