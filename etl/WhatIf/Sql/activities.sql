-- Grain: one row per branch and year with activities, a plan or an entry, where what is asked of it differs, or is asked on one side alone. As graph.activity_compliance.
WITH rule AS MATERIALIZED (
    SELECT r.region_code, r.year, b.text::jsonb AS before, a.text::jsonb AS after
    FROM unnest(@regions, @years, @before, @after) AS r (region_code, year, before_place, after_place)
    LEFT JOIN unnest(@texts) WITH ORDINALITY AS b (text, place) ON b.place = r.before_place
    LEFT JOIN unnest(@texts) WITH ORDINALITY AS a (text, place) ON a.place = r.after_place
), known AS MATERIALIZED (
    SELECT branch_id, year FROM graph.activity WHERE year = ANY (@years)
    UNION SELECT branch_id, year FROM graph.branch_year_plan WHERE year = ANY (@years)
    UNION SELECT branch_id, year FROM graph.assessment_entry WHERE year = ANY (@years)
)
SELECT y.branch_id AS "Branch", b.committee_id AS "Committee", y.year AS "Year", coalesce(w.category, n.category) AS "Category", coalesce(w.collective_count, n.collective_count) AS "Held",
       w.minimum AS "MinimumBefore", n.minimum AS "MinimumAfter", w.is_met AS "IsMetBefore", n.is_met AS "IsMetAfter"
FROM known AS y
JOIN graph.branch AS b ON b.id = y.branch_id AND b.committee_id = ANY (@committees)
JOIN graph.committee AS c ON c.id = b.committee_id
JOIN rule AS r ON r.region_code = c.region_code AND r.year = y.year
LEFT JOIN LATERAL graph.activity_year(y.branch_id, y.year, make_date(y.year, 12, 31), r.before -> 'activities') AS w ON true
LEFT JOIN LATERAL graph.activity_year(y.branch_id, y.year, make_date(y.year, 12, 31), r.after -> 'activities') AS n ON true
WHERE (w.minimum, w.is_met) IS DISTINCT FROM (n.minimum, n.is_met)
ORDER BY y.year, y.branch_id
