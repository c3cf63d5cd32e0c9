-- Grain: one row per month and branch that is proposed or established on the month's snapshot day.
SELECT m.month_key, s.branch_id, s.branch_key, s.committee_id, s.committee_key, s.society_key, s.category,
       (s.status = 'ESTABLISHED')::int::smallint AS established,
       coalesce(n.collective - width_bucket(m.year_before, s.collective), 0)::smallint AS activities_12m,
       n.year AS activities_year,
       coalesce(n.year >= k.activities, false)::int::smallint AS minimum_met,
       coalesce(n.appraisals >= k.appraisals, false)::int::smallint AS appraisal_done,
       coalesce(s.planned @> m.snapshot_day, false)::int::smallint AS plan,
       coalesce(s.team[n.team_place], 0)::smallint AS team,
       coalesce(s.crossed[n.team_place], 0)::smallint AS cross_posted,
       coalesce(s.six_haves_recorded @> m.snapshot_day, false)::int::smallint AS six_haves_recorded,
       coalesce(s.six_haves_met @> m.snapshot_day, false)::int::smallint AS six_haves_met,
       coalesce(s.checked_in @> m.snapshot_day, false)::int::smallint AS checked_in,
       -- None where no rule set states a minimum.
       (k.activities IS NOT NULL)::int::smallint AS minimum_asked
FROM branch_known AS s
-- One branch after the other, so that what a change rewrites lies together; OFFSET 0 keeps the planner from turning it round.
CROSS JOIN LATERAL (
    SELECT p.month_key, p.snapshot_day, p.year_before, p.last_year_end FROM load_month AS p
    WHERE s.valid_from <= p.snapshot_day AND p.snapshot_day < s.valid_to AND (p.is_new OR p.month_key >= s.from_month_key)
    OFFSET 0
) AS m
LEFT JOIN LATERAL (
    SELECT q.category FROM unnest(s.year_categories, s.year_categories_during) AS q (category, during)
    WHERE s.year_categories IS NOT NULL AND q.during @> m.snapshot_day
) AS y ON true
CROSS JOIN LATERAL (
    SELECT w.collective, coalesce(w.collective - width_bucket(m.last_year_end, s.collective), 0)::smallint AS year,
           coalesce(width_bucket(m.snapshot_day, s.appraisals) - width_bucket(m.last_year_end, s.appraisals), 0) AS appraisals,
           width_bucket(m.snapshot_day, s.team_days) AS team_place
    FROM (SELECT width_bucket(m.snapshot_day, s.collective) AS collective OFFSET 0) AS w
    OFFSET 0
) AS n
LEFT JOIN activity_minimum AS k ON k.region_code = s.region_code AND k.during @> m.snapshot_day
    AND k.category = CASE WHEN coalesce(y.category, 'UNCLASSIFIED') = 'UNCLASSIFIED' AND s.form = 'FUNCTIONAL_BRANCH' THEN 'C'
                          ELSE coalesce(y.category, 'UNCLASSIFIED') END
