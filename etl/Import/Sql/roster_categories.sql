-- Grain: one row per party organization that has members, which the list classifies anew, with what the rules derive a category from.
SELECT b.name AS "Branch", l.category AS "Category", day.rules::text AS "Rules", f.is_established AS "IsEstablished",
       f.has_supporting_unit AS "HasSupportingUnit", f.member_count AS "Members", f.with_committee_count AS "WithCommittee",
       f.elsewhere_count AS "Elsewhere", f.employed_count AS "Employed", f.staff_count AS "Staff"
FROM category_change c
JOIN roster_line l ON l.branch_id = c.branch_id
JOIN graph.branch b ON b.id = c.branch_id
JOIN graph.committee k ON k.id = b.committee_id
CROSS JOIN LATERAL (SELECT coalesce(@IssuedOn::date, graph.today()) AS asked) on_day
CROSS JOIN LATERAL (SELECT graph.rule_section(k.region_code, 'categories', on_day.asked) AS rules) day
CROSS JOIN LATERAL (SELECT * FROM graph.branch_category_facts_on(on_day.asked) facts WHERE facts.branch_id = c.branch_id) f
WHERE f.member_count > 0
ORDER BY l.position;
