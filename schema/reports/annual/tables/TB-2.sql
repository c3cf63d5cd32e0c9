-- Grain: one row per branch that failed in the year assessed.
SELECT a.branch_id::text AS key, false AS is_total, a.branch_name AS branch, a.committee_name AS committee, a.society_name AS society,
       pg_temp.label('category', a.category) AS category, a.fixed, a.bonus, a.total, a.issued_on AS issued
FROM report_scope AS s
JOIN mart.assessment AS a ON a.year = s.assessed AND a.failed = 1
JOIN report_committee AS r ON r.committee_id = a.committee_id
ORDER BY a.committee_name, a.branch_name, a.branch_id;
