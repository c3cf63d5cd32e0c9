-- Grain: one committee to choose from.
SELECT name || ' ' || region_code FROM graph.committee WHERE abolished_on IS NULL ORDER BY id LIMIT 5;
