-- Grain: one row per region, with the province and the city around it.
INSERT INTO dw.dim_region (region_code, name, level, province_code, province_name, city_code, city_name, load_run_id)
SELECT changed.*, l.load_run_id
FROM (
    SELECT r.code, r.name, r.level, p.code, p.name, c.code, c.name
    FROM source.region AS r
    LEFT JOIN source.region AS p ON p.code = substr(r.code, 1, 2) || '0000' AND r.level <> 'NATIONAL'
    LEFT JOIN source.region AS c ON c.code = substr(r.code, 1, 4) || '00' AND r.level IN ('MUNICIPAL', 'COUNTY')
    EXCEPT
    SELECT region_code, name, level, province_code, province_name, city_code, city_name FROM dw.dim_region
) AS changed
CROSS JOIN load AS l
ON CONFLICT (region_code) DO UPDATE
SET name = excluded.name, level = excluded.level, province_code = excluded.province_code, province_name = excluded.province_name,
    city_code = excluded.city_code, city_name = excluded.city_name, load_run_id = excluded.load_run_id;
