-- Expansion: the same answers, computed within the statement that asks, so nothing that is stored has to be computed anew.
CREATE OR REPLACE FUNCTION graph.credit_code_checks(code text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$' AND substr('0123456789ABCDEFGHJKLMNPQRTUWXY', (31 - (
             strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 1, 1))
             + strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 2, 1)) * 3
             + strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 3, 1)) * 9
             + strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 4, 1)) * 27
             + strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 5, 1)) * 19
             + strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 6, 1)) * 26
             + strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 7, 1)) * 16
             + strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 8, 1)) * 17
             + strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 9, 1)) * 20
             + strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 10, 1)) * 29
             + strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 11, 1)) * 25
             + strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 12, 1)) * 13
             + strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 13, 1)) * 8
             + strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 14, 1)) * 24
             + strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 15, 1)) * 10
             + strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 16, 1)) * 30
             + strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, 17, 1)) * 28
             - 305) % 31) % 31 + 1, 1) = substr(code, 18, 1);
