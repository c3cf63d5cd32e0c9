-- Grain: one row per month, rule set in effect and society of its jurisdiction.
SELECT m.month_key, k.rule_set_id, k.society_id, k.rule_set_key, k.society_key, k.committee_id, k.committee_key,
       CASE WHEN k.a @> m.snapshot_day THEN 'A' WHEN k.b @> m.snapshot_day THEN 'B' WHEN k.c @> m.snapshot_day THEN 'C'
            WHEN k.any @> m.snapshot_day THEN 'UNCLASSIFIED' END AS category,
       (CASE k.denominator WHEN 'ALL' THEN 1 WHEN 'OPERATING' THEN k.operating WHEN 'WITH_MEMBERS' THEN x.with_members ELSE x.should_build END)::smallint
           AS in_denominator,
       (CASE k.work_denominator WHEN 'ALL' THEN 1 WHEN 'OPERATING' THEN k.operating WHEN 'WITH_MEMBERS' THEN x.with_members ELSE x.should_build END)::smallint
           AS in_work_denominator,
       (CASE k.effective_denominator WHEN 'ALL' THEN 1 WHEN 'OPERATING' THEN k.operating WHEN 'WITH_MEMBERS' THEN x.with_members ELSE x.should_build END)::smallint
           AS in_effective_denominator,
       x.organised::int::smallint AS organised,
       coalesce(k.alone @> m.snapshot_day, false)::int::smallint AS standalone,
       (k.work_by_organization AND x.organised OR k.work_by_instructor AND x.instructed OR k.work_by_leading_group AND x.led
           OR coalesce(k.worked @> m.snapshot_day, false))::int::smallint AS work,
       (coalesce(k.strong_by_secretary AND k.secretary @> m.snapshot_day, false)
           OR x.organised AND k.strong_by_instructor AND x.instructed)::int::smallint AS strong,
       coalesce(k.effective @> m.snapshot_day, false)::int::smallint AS effective,
       x.instructed::int::smallint AS instructor,
       k.operating::smallint AS operating, x.with_members::smallint AS with_members, x.should_build::smallint AS should_build,
       x.led::int::smallint AS leading_group,
       (x.led AND coalesce(k.met @> m.snapshot_day, false))::int::smallint AS group_met,
       coalesce(k.ledger_recorded @> m.snapshot_day, false)::int::smallint AS ledger_recorded,
       coalesce(k.ledger_complete @> m.snapshot_day, false)::int::smallint AS ledger_complete,
       coalesce(k.charter_recorded @> m.snapshot_day, false)::int::smallint AS charter_recorded,
       coalesce(k.charter_met @> m.snapshot_day, false)::int::smallint AS charter_clause,
       k.reasons[x.reason_place] AS uncovered_reason, nullif(k.reason_days[x.reason_place], '-infinity') AS uncovered_since
FROM society_known AS k
-- One society after the other, so that what a change rewrites lies together; OFFSET 0 keeps the planner from turning it round.
CROSS JOIN LATERAL (
    SELECT p.month_key, p.snapshot_day FROM load_month AS p
    WHERE k.valid_from <= p.snapshot_day AND p.snapshot_day < k.valid_to AND (p.is_new OR p.month_key >= k.from_month_key)
    OFFSET 0
) AS m
CROSS JOIN LATERAL (
    SELECT coalesce(k.organised @> m.snapshot_day, false)
               OR k.organization_by_leading_group AND coalesce(k.led @> m.snapshot_day, false) AS organised,
           coalesce(k.instructed @> m.snapshot_day, false) AS instructed,
           coalesce(k.led @> m.snapshot_day, false) AS led,
           (coalesce(n.members, 0) > 0 OR coalesce(n.told, 0) > 0)::int AS with_members,
           (coalesce(greatest(n.full_members, n.told), 0) >= k.should_build_members)::int AS should_build,
           n.reason_place
    FROM (
        SELECT k.members[p.member_place] AS members, k.full_members[p.member_place] AS full_members, k.told[p.told_place] AS told,
               CASE WHEN m.snapshot_day < k.reason_ends[p.reason_place] THEN p.reason_place END AS reason_place
        FROM (
            SELECT width_bucket(m.snapshot_day, k.member_days) AS member_place, width_bucket(m.snapshot_day, k.told_days) AS told_place,
                   width_bucket(m.snapshot_day, k.reason_days) AS reason_place
            OFFSET 0
        ) AS p
        OFFSET 0
    ) AS n
    OFFSET 0
) AS x
