-- GB 32100-2015: weights 3^i mod 31, check character (31 - sum mod 31) mod 31.
CREATE OR REPLACE FUNCTION graph.credit_code_checks(code text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$' AND (
        SELECT substr('0123456789ABCDEFGHJKLMNPQRTUWXY', ((31 - sum(
                   (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, i, 1)) - 1)
                   * (ARRAY[1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28])[i]) % 31) % 31)::int + 1, 1)
               = substr(code, 18, 1)
        FROM generate_series(1, 17) AS i);
COMMENT ON FUNCTION graph.credit_code_checks IS 'True if the text is a unified social credit code whose check character is right (GB 32100-2015).';
