-- Grain: one row per month and branch that is proposed or established on the month's snapshot day.
SELECT m.month_key, v.branch_id, v.branch_key, v.committee_id, c.committee_key, coalesce(o.society_key, 0) AS society_key, v.category,
       (v.status = 'ESTABLISHED')::int::smallint AS established,
       coalesce(width_bucket(m.snapshot_day, h.collective) - width_bucket(m.year_before, h.collective), 0)::smallint AS activities_12m,
       n.year AS activities_year,
       coalesce(n.year >= k.activities, false)::int::smallint AS minimum_met,
       coalesce(n.appraisals >= k.appraisals, false)::int::smallint AS appraisal_done,
       coalesce(p.during @> m.snapshot_day, false)::int::smallint AS plan,
       coalesce(t.team[width_bucket(m.snapshot_day, t.days)], 0)::smallint AS team,
       coalesce(t.crossed[width_bucket(m.snapshot_day, t.days)], 0)::smallint AS cross_posted,
       coalesce(e.recorded @> m.snapshot_day, false)::int::smallint AS six_haves_recorded,
       coalesce(e.met @> m.snapshot_day, false)::int::smallint AS six_haves_met,
       coalesce(i.during @> m.snapshot_day, false)::int::smallint AS checked_in
FROM scope_branch AS s
JOIN dw.dim_branch AS v ON v.branch_id = s.branch_id AND v.superseded_run_id IS NULL AND v.status IN ('PROPOSED', 'ESTABLISHED')
JOIN load_month AS m ON v.valid_from <= m.snapshot_day AND m.snapshot_day < v.valid_to AND (m.is_new OR m.month_key >= s.from_month_key)
JOIN dw.dim_committee AS c ON c.committee_id = v.committee_id AND c.superseded_run_id IS NULL AND c.valid_from <= m.snapshot_day AND m.snapshot_day < c.valid_to
LEFT JOIN dw.dim_society AS o ON o.society_id = v.lead_society_id AND o.superseded_run_id IS NULL
    AND o.valid_from <= m.snapshot_day AND m.snapshot_day < o.valid_to
LEFT JOIN branch_held AS h ON h.branch_id = s.branch_id
LEFT JOIN branch_plan AS p ON p.branch_id = s.branch_id
LEFT JOIN branch_team AS t ON t.branch_id = s.branch_id
LEFT JOIN branch_six_haves AS e ON e.branch_id = s.branch_id
LEFT JOIN branch_checked_in AS i ON i.branch_id = s.branch_id
LEFT JOIN branch_year_category AS y ON y.branch_id = s.branch_id AND y.during @> m.snapshot_day
CROSS JOIN LATERAL (
    SELECT coalesce(width_bucket(m.snapshot_day, h.collective) - width_bucket(m.last_year_end, h.collective), 0)::smallint AS year,
           coalesce(width_bucket(m.snapshot_day, h.appraisals) - width_bucket(m.last_year_end, h.appraisals), 0) AS appraisals
) AS n
LEFT JOIN activity_minimum AS k ON k.region_code = c.region_code AND k.during @> m.snapshot_day
    AND k.category = CASE WHEN coalesce(y.category, 'UNCLASSIFIED') = 'UNCLASSIFIED' AND v.form = 'FUNCTIONAL_BRANCH' THEN 'C'
                          ELSE coalesce(y.category, 'UNCLASSIFIED') END
