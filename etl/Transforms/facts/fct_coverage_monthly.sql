-- Grain: one row per month, rule set in effect and society of its jurisdiction.
SELECT m.month_key, r.rule_set_id, v.society_id, r.rule_set_key, v.society_key, v.committee_id, c.committee_key,
       CASE WHEN g.a @> m.snapshot_day THEN 'A' WHEN g.b @> m.snapshot_day THEN 'B' WHEN g.c @> m.snapshot_day THEN 'C'
            WHEN g.any @> m.snapshot_day THEN 'UNCLASSIFIED' END AS category,
       (CASE r.denominator WHEN 'ALL' THEN 1 WHEN 'OPERATING' THEN x.operating WHEN 'WITH_MEMBERS' THEN x.with_members ELSE x.should_build END)::smallint
           AS in_denominator,
       (CASE r.work_denominator WHEN 'ALL' THEN 1 WHEN 'OPERATING' THEN x.operating WHEN 'WITH_MEMBERS' THEN x.with_members ELSE x.should_build END)::smallint
           AS in_work_denominator,
       (CASE r.effective_denominator WHEN 'ALL' THEN 1 WHEN 'OPERATING' THEN x.operating WHEN 'WITH_MEMBERS' THEN x.with_members ELSE x.should_build END)::smallint
           AS in_effective_denominator,
       x.organised::int::smallint AS organised,
       coalesce(d.alone @> m.snapshot_day, false)::int::smallint AS standalone,
       (r.work_by_organization AND x.organised OR r.work_by_instructor AND x.instructed OR r.work_by_leading_group AND x.led
           OR coalesce(d.worked @> m.snapshot_day, false))::int::smallint AS work,
       (coalesce('SECRETARY' = ANY (r.strong_kinds) AND d.secretary @> m.snapshot_day, false)
           OR x.organised AND 'INSTRUCTOR' = ANY (r.strong_kinds) AND x.instructed)::int::smallint AS strong,
       coalesce(d.effective @> m.snapshot_day, false)::int::smallint AS effective,
       x.instructed::int::smallint AS instructor,
       x.operating::smallint AS operating, x.with_members::smallint AS with_members, x.should_build::smallint AS should_build,
       x.led::int::smallint AS leading_group,
       (x.led AND coalesce(h.during @> m.snapshot_day, false))::int::smallint AS group_met,
       coalesce(y.recorded @> m.snapshot_day, false)::int::smallint AS ledger_recorded,
       coalesce(y.complete @> m.snapshot_day, false)::int::smallint AS ledger_complete,
       coalesce(e.recorded @> m.snapshot_day, false)::int::smallint AS charter_recorded,
       coalesce(e.met @> m.snapshot_day, false)::int::smallint AS charter_clause,
       u.code AS uncovered_reason, lower(u.valid_during) AS uncovered_since
FROM scope_society AS s
JOIN dw.dim_society AS v ON v.society_id = s.society_id AND v.superseded_run_id IS NULL
JOIN load_month AS m ON v.valid_from <= m.snapshot_day AND m.snapshot_day < v.valid_to AND (m.is_new OR m.month_key >= s.from_month_key)
JOIN dw.dim_committee AS c ON c.committee_id = v.committee_id AND c.superseded_run_id IS NULL AND c.valid_from <= m.snapshot_day AND m.snapshot_day < c.valid_to
JOIN region_within AS w ON w.region_code = c.region_code
JOIN dw.dim_rule_set AS r ON r.region_code = w.ancestor_code AND r.is_current
    AND (r.effective_from IS NULL OR r.effective_from <= m.snapshot_day) AND (r.effective_to IS NULL OR m.snapshot_day < r.effective_to)
LEFT JOIN society_rule AS d ON d.society_id = s.society_id AND d.rule_set_key = r.rule_set_key
LEFT JOIN society_ledger AS y ON y.society_id = s.society_id AND y.rule_set_key = r.rule_set_key
LEFT JOIN society_category AS g ON g.society_id = s.society_id
LEFT JOIN society_instructed AS i ON i.society_id = s.society_id
LEFT JOIN society_led AS l ON l.society_id = s.society_id
LEFT JOIN society_met AS h ON h.society_id = s.society_id
LEFT JOIN society_charter AS e ON e.society_id = s.society_id
LEFT JOIN society_members AS n ON n.society_id = s.society_id
LEFT JOIN society_told AS t ON t.society_id = s.society_id
CROSS JOIN LATERAL (
    -- Only what is known counts: no state is not operating.
    SELECT coalesce(d.organised @> m.snapshot_day, false)
               OR r.organization_by_leading_group AND coalesce(l.during @> m.snapshot_day, false) AS organised,
           coalesce(i.during @> m.snapshot_day, false) AS instructed,
           coalesce(l.during @> m.snapshot_day, false) AS led,
           coalesce(v.operating_state = 'OPERATING', false)::int AS operating,
           (coalesce(n.members[width_bucket(m.snapshot_day, n.days)], 0) > 0 OR coalesce(t.counted[width_bucket(m.snapshot_day, t.days)], 0) > 0)::int
               AS with_members,
           (coalesce(greatest(n.full_members[width_bucket(m.snapshot_day, n.days)], t.counted[width_bucket(m.snapshot_day, t.days)]), 0)
               >= r.should_build_members)::int AS should_build
) AS x
-- A reason that was given before the society had an organization says nothing of why it has none again.
LEFT JOIN source.uncovered_reason AS u ON u.society_id = s.society_id AND u.valid_during @> m.snapshot_day AND NOT x.organised
    AND NOT coalesce(d.organised && daterange(lower(u.valid_during), m.snapshot_day), false)
    AND NOT (r.organization_by_leading_group AND coalesce(l.during && daterange(lower(u.valid_during), m.snapshot_day), false))
