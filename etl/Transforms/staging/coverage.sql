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
), minimum AS (
    SELECT c.id AS committee_id, x.minimum ->> 'category' AS category, (x.minimum #>> '{activities,value}')::int AS activities
    FROM staging.load l
    CROSS JOIN graph.committee c
    CROSS JOIN LATERAL jsonb_array_elements(graph.rule_section(c.region_code, 'assessment', l.as_of) #> '{activities,minimums}') AS x (minimum)
    WHERE EXISTS (SELECT FROM dw.dim_rule_set r WHERE r.is_current AND r.effective_by_activity)
), active AS (
    -- The minimum of the category within the twelve months that end with the snapshot.
    SELECT o.month_key, o.branch_id
    FROM (SELECT DISTINCT month_key, branch_id, category FROM organization) AS o
    JOIN staging.load_month m ON m.month_key = o.month_key
    JOIN graph.branch b ON b.id = o.branch_id
    JOIN minimum n ON n.committee_id = b.committee_id AND n.category = o.category
    LEFT JOIN graph.activity a ON a.branch_id = o.branch_id AND a.is_collective
        AND a.held_on <= m.snapshot_day AND (a.held_on + interval '1 year')::date > m.snapshot_day
    GROUP BY o.month_key, o.branch_id, n.activities
    HAVING count(a.id) >= n.activities
), failed AS (
    -- A failed year stands until the next year is assessed.
    SELECT m.month_key, y.branch_id
    FROM staging.load_month m
    JOIN (
        SELECT branch_id, grade, year, lead(year) OVER (PARTITION BY branch_id ORDER BY year) AS next_year
        FROM graph.assessment WHERE is_current
    ) AS y ON y.grade = 'UNQUALIFIED' AND daterange(make_date(y.year + 1, 1, 1), make_date(y.next_year + 1, 1, 1)) @> m.snapshot_day
), counted AS (
    SELECT o.month_key, o.society_id, r.rule_set_key,
           bool_or('SECRETARY' = ANY (r.strong_kinds) AND c.branch_id IS NOT NULL) AS has_secretary,
           bool_or((NOT r.effective_unless_failed OR f.branch_id IS NULL) AND (NOT r.effective_by_activity OR v.branch_id IS NOT NULL)) AS is_effective
    FROM organization o
    JOIN dw.dim_rule_set r ON r.is_current AND o.form = ANY (r.counted_forms) AND o.status = ANY (r.counted_statuses)
    LEFT JOIN secretary c ON c.month_key = o.month_key AND c.branch_id = o.branch_id
    LEFT JOIN active v ON v.month_key = o.month_key AND v.branch_id = o.branch_id
    LEFT JOIN failed f ON f.month_key = o.month_key AND f.branch_id = o.branch_id
    GROUP BY o.month_key, o.society_id, r.rule_set_key
), grouped AS (
    SELECT DISTINCT o.month_key, o.society_id, r.rule_set_key
    FROM organization o
    JOIN dw.dim_rule_set r ON r.is_current AND r.work_by_work_group AND o.form = 'WORK_GROUP' AND o.status = ANY (r.counted_statuses)
), led AS (
    SELECT DISTINCT m.month_key, t.society_id
    FROM staging.load_month m
    JOIN graph.leading_group g ON g.approved_on <= m.snapshot_day
    JOIN graph.council_term t ON t.id = g.council_term_id AND m.snapshot_day < least(g.expired_on, t.ends_on)
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
       x.is_organized::int, (i.society_id IS NOT NULL)::int,
       (r.work_by_organization AND x.is_organized OR r.work_by_instructor AND i.society_id IS NOT NULL OR g.society_id IS NOT NULL
        OR r.work_by_leading_group AND y.society_id IS NOT NULL)::int,
       s.is_operating, d.has_members, d.should_build,
       CASE r.denominator WHEN 'ALL' THEN 1 WHEN 'OPERATING' THEN s.is_operating WHEN 'WITH_MEMBERS' THEN d.has_members WHEN 'SHOULD_BUILD' THEN d.should_build END,
       (coalesce(o.has_secretary, false) OR x.is_organized AND 'INSTRUCTOR' = ANY (r.strong_kinds) AND i.society_id IS NOT NULL)::int, coalesce(o.is_effective, false)::int
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
LEFT JOIN led y ON y.month_key = m.month_key AND y.society_id = s.society_id
LEFT JOIN told t ON t.month_key = m.month_key AND t.society_id = s.society_id
CROSS JOIN LATERAL (SELECT o.society_id IS NOT NULL OR r.organization_by_leading_group AND y.society_id IS NOT NULL AS is_organized) AS x
CROSS JOIN LATERAL (
    SELECT (s.members > 0 OR coalesce(t.counted, 0) > 0)::int AS has_members,
           (greatest(s.full_members, t.counted) >= r.should_build_members)::int AS should_build
) AS d;
ANALYZE staging.coverage;
