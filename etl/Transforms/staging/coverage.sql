-- Grain: one row per month of the load, rule set and society of its jurisdiction.
TRUNCATE staging.coverage;
WITH organization AS (
    SELECT m.month_key, bs.society_id, v.branch_id, v.category, v.status, b.form
    FROM staging.load_month m
    JOIN staging.branch_version v ON v.valid_from <= m.snapshot_day AND m.snapshot_day < v.valid_to
    JOIN graph.branch b ON b.id = v.branch_id
    JOIN graph.branch_society bs ON bs.branch_id = v.branch_id
    WHERE v.status IN ('PROPOSED', 'ESTABLISHED')
), categorized AS (
    -- Precedence A, B, C, UNCLASSIFIED is the order of the letters.
    SELECT month_key, society_id, min(category COLLATE "C") AS category FROM organization GROUP BY month_key, society_id
), secretary AS (
    SELECT DISTINCT m.month_key, a.branch_id
    FROM staging.load_month m
    JOIN graph.appointment a ON a.post = 'BRANCH_SECRETARY' AND a.valid_during @> m.snapshot_day
), failed AS (
    -- A failed year stands until the next year is assessed.
    SELECT m.month_key, y.branch_id
    FROM staging.load_month m
    JOIN (
        SELECT branch_id, grade, year, lead(year) OVER (PARTITION BY branch_id ORDER BY year) AS next_year FROM graph.assessment
    ) AS y ON y.grade = 'UNQUALIFIED' AND daterange(make_date(y.year + 1, 1, 1), make_date(y.next_year + 1, 1, 1)) @> m.snapshot_day
), counted AS (
    SELECT o.month_key, o.society_id, r.rule_set_key,
           bool_or('SECRETARY' = ANY (r.strong_kinds) AND c.branch_id IS NOT NULL) AS has_secretary,
           bool_or(NOT r.effective_unless_failed OR f.branch_id IS NULL) AS is_effective
    FROM organization o
    JOIN dw.dim_rule_set r ON r.is_current AND o.form = ANY (r.counted_forms) AND o.status = ANY (r.counted_statuses)
    LEFT JOIN secretary c ON c.month_key = o.month_key AND c.branch_id = o.branch_id
    LEFT JOIN failed f ON f.month_key = o.month_key AND f.branch_id = o.branch_id
    GROUP BY o.month_key, o.society_id, r.rule_set_key
), grouped AS (
    SELECT DISTINCT o.month_key, o.society_id, r.rule_set_key
    FROM organization o
    JOIN dw.dim_rule_set r ON r.is_current AND r.work_by_work_group AND o.form = 'WORK_GROUP' AND o.status = ANY (r.counted_statuses)
), instructed AS (
    SELECT DISTINCT m.month_key, i.society_id
    FROM staging.load_month m
    JOIN graph.instructor_assignment i ON i.valid_during @> m.snapshot_day
), society AS (
    -- Only what is known counts: no state is not operating. Members are those of today, on whatever day: a branch's past ones are not kept.
    SELECT s.id AS society_id, s.committee_id, CASE WHEN s.operating_state = 'OPERATING' THEN 1 ELSE 0 END AS is_operating,
           coalesce(m.members, 0) AS members, coalesce(m.full_members, 0) AS full_members
    FROM graph.society s
    LEFT JOIN (
        SELECT bs.society_id, count(*) AS members, count(*) FILTER (WHERE m.status = 'FULL') AS full_members
        FROM graph.branch_society bs
        JOIN graph.member m ON m.branch_id = bs.branch_id
        GROUP BY bs.society_id
    ) AS m ON m.society_id = s.id
), told AS (
    -- What its ledger tells of members whose affiliation is elsewhere.
    SELECT m.month_key, l.society_id, l.counted
    FROM staging.load_month m
    JOIN graph.ledger_entry l ON l.aspect = 'PARTY_MEMBERS' AND l.counted IS NOT NULL AND l.valid_during @> m.snapshot_day
)
INSERT INTO staging.coverage (
    month_key, rule_set_id, society_id, snapshot_key, rule_set_key, society_key, committee_id, committee_key, category,
    has_counted_organization, has_instructor, work_covered,
    denominator_operating, denominator_with_members, denominator_should_build, denominator_chosen, strong_covered, effective_covered)
SELECT m.month_key, r.rule_set_id, s.society_id, m.snapshot_key, r.rule_set_key, sv.society_key, s.committee_id, cv.committee_key, c.category,
       (o.society_id IS NOT NULL)::int, (i.society_id IS NOT NULL)::int,
       (r.work_by_organization AND o.society_id IS NOT NULL OR r.work_by_instructor AND i.society_id IS NOT NULL OR g.society_id IS NOT NULL)::int,
       s.is_operating, d.has_members, d.should_build,
       CASE r.denominator WHEN 'ALL' THEN 1 WHEN 'OPERATING' THEN s.is_operating WHEN 'WITH_MEMBERS' THEN d.has_members WHEN 'SHOULD_BUILD' THEN d.should_build END,
       (o.society_id IS NOT NULL AND (o.has_secretary OR 'INSTRUCTOR' = ANY (r.strong_kinds) AND i.society_id IS NOT NULL))::int, coalesce(o.is_effective, false)::int
FROM staging.load_month m
JOIN dw.dim_rule_set r ON r.is_current
    AND (r.effective_from IS NULL OR r.effective_from <= m.snapshot_day) AND (r.effective_to IS NULL OR m.snapshot_day < r.effective_to)
JOIN staging.region_within w ON w.ancestor_code = r.region_code
JOIN dw.dim_committee cv ON cv.region_code = w.region_code AND cv.valid_from <= m.snapshot_day AND m.snapshot_day < cv.valid_to
JOIN society s ON s.committee_id = cv.committee_id
JOIN dw.dim_society sv ON sv.society_id = s.society_id AND sv.valid_from <= m.snapshot_day AND m.snapshot_day < sv.valid_to
LEFT JOIN categorized c ON c.month_key = m.month_key AND c.society_id = s.society_id
LEFT JOIN counted o ON o.month_key = m.month_key AND o.society_id = s.society_id AND o.rule_set_key = r.rule_set_key
LEFT JOIN instructed i ON i.month_key = m.month_key AND i.society_id = s.society_id
LEFT JOIN grouped g ON g.month_key = m.month_key AND g.society_id = s.society_id AND g.rule_set_key = r.rule_set_key
LEFT JOIN told t ON t.month_key = m.month_key AND t.society_id = s.society_id
CROSS JOIN LATERAL (
    SELECT (s.members > 0 OR coalesce(t.counted, 0) > 0)::int AS has_members,
           (greatest(s.full_members, t.counted) >= r.should_build_members)::int AS should_build
) AS d;
ANALYZE staging.coverage;
