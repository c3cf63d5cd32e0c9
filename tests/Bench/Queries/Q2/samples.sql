-- Pages that are full, so that every request is the same amount of work.
SELECT b.committee_id AS id, p.category, NULL::bigint[] AS committees
FROM graph.branch b
JOIN graph.branch_category_period p ON p.branch_id = b.id AND p.valid_during @> current_date
WHERE p.category <> 'UNCLASSIFIED'
GROUP BY b.committee_id, p.category
HAVING count(*) >= 20
ORDER BY b.committee_id, p.category
