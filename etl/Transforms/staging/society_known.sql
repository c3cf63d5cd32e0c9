-- Grain: one row per society in scope, version of it and of its committee, and rule set of its region: all that its months ask for.
-- Days first, months last: joined month by month, every one of these tables would meet millions of rows, which are sorted and written out each time, and the
-- planner, who cannot know how many months a version lasts, does not see it coming.
CREATE TEMP TABLE society_known ON COMMIT DROP AS
SELECT s.society_id, s.from_month_key, r.rule_set_id, r.rule_set_key, v.society_key, v.committee_id, c.committee_key,
       greatest(v.valid_from, c.valid_from, r.effective_from) AS valid_from, least(v.valid_to, c.valid_to, r.effective_to) AS valid_to,
       r.denominator, r.work_denominator, r.effective_denominator, r.should_build_members,
       r.organization_by_leading_group, r.work_by_organization, r.work_by_instructor, r.work_by_leading_group,
       'SECRETARY' = ANY (r.strong_kinds) AS strong_by_secretary, 'INSTRUCTOR' = ANY (r.strong_kinds) AS strong_by_instructor,
       -- Only what is known counts: no state is not operating.
       coalesce(v.operating_state = 'OPERATING', false)::int AS operating,
       d.organised, d.alone, d.worked, d.secretary, d.effective, y.recorded AS ledger_recorded, y.complete AS ledger_complete,
       g.a, g.b, g.c, g.any, i.during AS instructed, l.during AS led, h.during AS met, e.recorded AS charter_recorded, e.met AS charter_met,
       n.days AS member_days, n.members, n.full_members, t.days AS told_days, t.counted AS told, u.codes AS reasons, u.days AS reason_days, u.ends AS reason_ends
FROM scope_society AS s
JOIN dw.dim_society AS v ON v.society_id = s.society_id AND v.superseded_run_id IS NULL
JOIN dw.dim_committee AS c ON c.committee_id = v.committee_id AND c.superseded_run_id IS NULL AND c.valid_from < v.valid_to AND v.valid_from < c.valid_to
JOIN region_within AS w ON w.region_code = c.region_code
JOIN dw.dim_rule_set AS r ON r.region_code = w.ancestor_code AND r.is_current
LEFT JOIN society_rule AS d ON d.society_id = s.society_id AND d.rule_set_key = r.rule_set_key
LEFT JOIN society_ledger AS y ON y.society_id = s.society_id AND y.rule_set_key = r.rule_set_key
LEFT JOIN society_category AS g ON g.society_id = s.society_id
LEFT JOIN society_instructed AS i ON i.society_id = s.society_id
LEFT JOIN society_led AS l ON l.society_id = s.society_id
LEFT JOIN society_met AS h ON h.society_id = s.society_id
LEFT JOIN society_charter AS e ON e.society_id = s.society_id
LEFT JOIN society_members AS n ON n.society_id = s.society_id
LEFT JOIN society_told AS t ON t.society_id = s.society_id
LEFT JOIN (
    -- Of a society one reason holds at a time.
    SELECT society_id, rule_set_key, array_agg(code ORDER BY during) AS codes, array_agg(coalesce(lower(during), '-infinity') ORDER BY during) AS days,
           array_agg(coalesce(upper(during), 'infinity') ORDER BY during) AS ends
    FROM society_reason
    WHERE NOT isempty(during)
    GROUP BY society_id, rule_set_key
) AS u ON u.society_id = s.society_id AND u.rule_set_key = r.rule_set_key
ORDER BY v.committee_id, s.society_id, r.rule_set_id, valid_from;
ANALYZE society_known (society_id);
