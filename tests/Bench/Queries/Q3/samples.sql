SELECT committee_id AS id, NULL::text AS category, NULL::bigint[] AS committees
FROM graph.society GROUP BY committee_id HAVING count(*) >= 10 ORDER BY committee_id
