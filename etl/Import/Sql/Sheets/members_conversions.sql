-- Grain: one row per row that makes a probationary member a full one, with what its day is judged by: the branch of that day, which a
-- transfer may have changed since, and the category that it had.
SELECT r.position AS "Position", b.name AS "Branch",
       CASE WHEN b.status = 'DISSOLVED' AND b.status_since <= r.status_since THEN b.status_since END AS "DissolvedOn",
       coalesce(p.category, 'UNCLASSIFIED') AS "Category", coalesce(m.status_since, m.joined_on) AS "ProbationSince", r.status_since AS "Day"
FROM sheet_row r
JOIN graph.member m ON m.id = r.member_id
JOIN graph.branch b ON b.id = graph.member_branch_on(m.id, r.status_since)
LEFT JOIN graph.branch_category_period p ON p.branch_id = b.id AND p.valid_during @> r.status_since
WHERE r.status = 'FULL' AND m.status = 'PROBATIONARY' AND r.status_since > coalesce(m.status_since, '-infinity');
