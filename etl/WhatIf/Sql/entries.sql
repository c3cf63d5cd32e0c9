-- Grain: one row per entry of a round whose cut-off day is looked at: what it is judged by, whatever the rules are.
SELECT e.id AS "Id", e.branch_id AS "Branch", r.committee_id AS "Committee", e.round_id AS "Round", e.year AS "Year", r.cut_off_on AS "CutOff",
       s.content::text AS "Scheme", e.not_submitted_on IS NULL AS "IsSubmitted", e.satisfaction_rate AS "Satisfaction",
       y.category AS "Category", b.form = 'FUNCTIONAL_BRANCH' AS "IsFunctional", coalesce(y.collective_count, 0) AS "Collective",
       coalesce(y.appraisal_count, 0) AS "Appraisals", coalesce(y.held_count, 0) AS "Held", coalesce(y.documented_count, 0) AS "Documented",
       p.planned_on IS NOT NULL AS "IsPlanned", p.summarized_on IS NOT NULL AS "IsSummarized",
       ARRAY(SELECT l.rate FROM graph.debrief_ballot AS l WHERE l.entry_id = e.id AND e.debriefed_on IS NOT NULL ORDER BY l.ballot_number) AS "Rates",
       (SELECT max(a.held_on) FROM graph.activity AS a WHERE a.branch_id = e.branch_id AND a.held_on <= r.cut_off_on) AS "LastHeldOn",
       (SELECT lower(t.valid_during) FROM graph.branch_status_period AS t
        WHERE t.branch_id = e.branch_id AND t.status = 'ESTABLISHED' AND t.valid_during @> r.cut_off_on LIMIT 1) AS "EstablishedOn"
FROM graph.assessment_entry AS e
JOIN graph.assessment_round AS r ON r.id = e.round_id
JOIN graph.assessment_scheme AS s ON s.id = r.scheme_id
JOIN graph.branch AS b ON b.id = e.branch_id
LEFT JOIN graph.branch_year_plan AS p ON p.branch_id = e.branch_id AND p.year = e.year
LEFT JOIN LATERAL graph.activity_year(e.branch_id, e.year, r.cut_off_on, s.content -> 'activities') AS y ON true
WHERE r.committee_id = ANY (@committees) AND r.cut_off_on BETWEEN @from AND @to
ORDER BY e.id
