-- One row a province: all committees of its regions.
SELECT left(region_code, 2)::bigint AS id, NULL::text AS category, array_agg(id ORDER BY id) AS committees
FROM graph.committee WHERE region_code <> '100000' GROUP BY left(region_code, 2) ORDER BY 1
