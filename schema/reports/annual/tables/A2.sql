-- Grain: one row per bonus that counted in the year assessed.
SELECT row_number() OVER (ORDER BY b.committee_name, b.branch_name, b.bonus_item, b.claimed_on, b.points)::text AS key, false AS is_total, b.branch_name AS branch, b.committee_name AS committee,
       coalesce((SELECT x ->> 'text' FROM source.rule_set AS r, jsonb_array_elements(r.content #> '{assessment,bonus,items}') AS x
                 WHERE r.is_default AND x ->> 'code' = b.bonus_item LIMIT 1), b.bonus_item) AS item, pg_temp.label('bonus_level', b.bonus_level) AS level, b.claimed_on AS claimed, b.points
FROM report_scope AS s
JOIN mart.bonus AS b ON b.year = s.assessed AND b.counted = 1
JOIN report_committee AS r ON r.committee_id = b.committee_id
ORDER BY b.committee_name, b.branch_name, b.bonus_item, b.claimed_on, b.points;
