-- Grain: one row per row that states a category which the graph does not have for its day, with what the rules derive one from.
SELECT r.position AS "Position", r.category AS "Category", day.asked AS "Day",
       coalesce(r.status, b.status, 'ESTABLISHED') = 'ESTABLISHED' AS "IsEstablished", coalesce(f.has_supporting_unit, false) AS "HasSupportingUnit",
       coalesce(f.member_count, 0) AS "Members", coalesce(f.with_committee_count, 0) AS "WithCommittee",
       coalesce(f.elsewhere_count, 0) AS "Elsewhere", coalesce(f.employed_count, 0) AS "Employed", coalesce(f.staff_count, 0) AS "Staff"
FROM sheet_row r
LEFT JOIN graph.branch b ON b.id = r.branch_id
CROSS JOIN LATERAL (SELECT coalesce(r.category_from, graph.today()) AS asked) day
LEFT JOIN LATERAL (SELECT * FROM graph.branch_category_facts_on(day.asked) facts WHERE facts.branch_id = r.branch_id) f ON true
WHERE r.category IS NOT NULL
  AND NOT EXISTS (
      SELECT FROM graph.branch_category_period p
      WHERE p.branch_id = r.branch_id AND p.category = r.category
        AND (r.category_from IS NULL AND upper_inf(p.valid_during) OR p.valid_during @> r.category_from));
