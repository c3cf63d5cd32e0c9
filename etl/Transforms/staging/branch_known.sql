-- Grain: one row per branch in scope, version of it that is proposed or established, and versions of its committee and lead society: all that its months
-- ask for. Months come last, as in staging/society_known.
CREATE TEMP TABLE branch_known ON COMMIT DROP AS
SELECT s.branch_id, s.from_month_key, v.branch_key, v.committee_id, c.committee_key, c.region_code, coalesce(o.society_key, 0) AS society_key, v.category,
       v.status, v.form, greatest(v.valid_from, c.valid_from, o.valid_from) AS valid_from, least(v.valid_to, c.valid_to, o.valid_to) AS valid_to,
       h.collective, h.appraisals, p.during AS planned, t.days AS team_days, t.team, t.crossed, e.recorded AS six_haves_recorded, e.met AS six_haves_met,
       i.during AS checked_in, y.categories AS year_categories, y.during AS year_categories_during
FROM scope_branch AS s
JOIN dw.dim_branch AS v ON v.branch_id = s.branch_id AND v.superseded_run_id IS NULL AND v.status IN ('PROPOSED', 'ESTABLISHED')
JOIN dw.dim_committee AS c ON c.committee_id = v.committee_id AND c.superseded_run_id IS NULL AND c.valid_from < v.valid_to AND v.valid_from < c.valid_to
LEFT JOIN lead_society AS o ON o.society_id = v.lead_society_id
    AND o.valid_from < least(v.valid_to, c.valid_to) AND greatest(v.valid_from, c.valid_from) < o.valid_to
LEFT JOIN branch_held AS h ON h.branch_id = s.branch_id
LEFT JOIN branch_plan AS p ON p.branch_id = s.branch_id
LEFT JOIN branch_team AS t ON t.branch_id = s.branch_id
LEFT JOIN branch_six_haves AS e ON e.branch_id = s.branch_id
LEFT JOIN branch_checked_in AS i ON i.branch_id = s.branch_id
LEFT JOIN (
    SELECT branch_id, array_agg(category ORDER BY during) AS categories, array_agg(during ORDER BY during) AS during FROM branch_year_category GROUP BY branch_id
) AS y ON y.branch_id = s.branch_id
ORDER BY s.branch_id;
ANALYZE branch_known (branch_id);
