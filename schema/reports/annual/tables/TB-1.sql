-- Grain: one row per bonus that counted in the year assessed.
SELECT concat_ws('.', b.branch_id, b.bonus_item, row_number() OVER (PARTITION BY b.branch_id, b.bonus_item ORDER BY b.claimed_on, b.points)) AS key, false AS is_total,
       b.branch_name AS branch, b.committee_name AS committee,
       coalesce((SELECT c.label_zh FROM mart.code AS c WHERE c.kind = 'bonus_item' AND c.code = b.bonus_item), b.bonus_item) AS item,
       pg_temp.label('bonus_level', b.bonus_level) AS level, b.claimed_on AS claimed, b.counted AS points
FROM report_scope AS s
JOIN mart.bonus AS b ON b.year = s.assessed AND b.counted > 0
JOIN report_committee AS r ON r.committee_id = b.committee_id
ORDER BY b.committee_name, b.branch_name, b.bonus_item, b.claimed_on, b.points;
