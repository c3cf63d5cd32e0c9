-- The level that a region's administration has, read off its code: the last digits that are not zero tell it.
CREATE OR REPLACE FUNCTION graph.level_of_region(code char(6)) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE
        WHEN code = '100000' THEN 'NATIONAL'
        WHEN code LIKE '__0000' THEN 'PROVINCIAL'
        WHEN code LIKE '____00' THEN 'MUNICIPAL'
        ELSE 'COUNTY'
    END;
COMMENT ON FUNCTION graph.level_of_region IS 'NATIONAL, PROVINCIAL, MUNICIPAL or COUNTY for a GB/T 2260 code.';
