-- Grain: one row per month of the load, rule set and society of its jurisdiction.
TRUNCATE staging.coverage;
WITH organization AS (
    SELECT m.month_key, bs.society_id, v.category, v.status, b.form
    FROM staging.load_month m
    JOIN staging.branch_version v ON v.valid_from <= m.snapshot_day AND m.snapshot_day < v.valid_to
    JOIN graph.branch b ON b.id = v.branch_id
    JOIN graph.branch_society bs ON bs.branch_id = v.branch_id
    WHERE v.status IN ('PROPOSED', 'ESTABLISHED')
), categorized AS (
    -- Precedence A, B, C, UNCLASSIFIED is the order of the letters.
    SELECT month_key, society_id, min(category COLLATE "C") AS category FROM organization GROUP BY month_key, society_id
), counted AS (
    SELECT DISTINCT o.month_key, o.society_id, r.rule_set_key
    FROM organization o
    JOIN dw.dim_rule_set r ON r.is_current AND o.form = ANY (r.counted_forms) AND o.status = ANY (r.counted_statuses)
), instructed AS (
    SELECT DISTINCT m.month_key, i.society_id
    FROM staging.load_month m
    JOIN graph.instructor_assignment i ON i.valid_during @> m.snapshot_day
), society AS (
    -- Only what is known counts: no state is not operating, and no member data is kept yet.
    SELECT id AS society_id, committee_id, CASE WHEN operating_state = 'OPERATING' THEN 1 ELSE 0 END AS is_operating, 0 AS has_members, 0 AS should_build
    FROM graph.society
)
INSERT INTO staging.coverage (
    month_key, rule_set_id, society_id, snapshot_key, rule_set_key, society_key, committee_id, committee_key, category,
    has_counted_organization, has_instructor, work_covered,
    denominator_operating, denominator_with_members, denominator_should_build, denominator_chosen)
SELECT m.month_key, r.rule_set_id, s.society_id, m.snapshot_key, r.rule_set_key, sv.society_key, s.committee_id, cv.committee_key, c.category,
       (o.society_id IS NOT NULL)::int, (i.society_id IS NOT NULL)::int,
       (r.work_by_organization AND o.society_id IS NOT NULL OR r.work_by_instructor AND i.society_id IS NOT NULL)::int,
       s.is_operating, s.has_members, s.should_build,
       CASE r.denominator WHEN 'ALL' THEN 1 WHEN 'OPERATING' THEN s.is_operating WHEN 'WITH_MEMBERS' THEN s.has_members WHEN 'SHOULD_BUILD' THEN s.should_build END
FROM staging.load_month m
JOIN dw.dim_rule_set r ON r.is_current
    AND (r.effective_from IS NULL OR r.effective_from <= m.snapshot_day) AND (r.effective_to IS NULL OR m.snapshot_day < r.effective_to)
JOIN staging.region_within w ON w.ancestor_code = r.region_code
JOIN dw.dim_committee cv ON cv.region_code = w.region_code AND cv.valid_from <= m.snapshot_day AND m.snapshot_day < cv.valid_to
JOIN society s ON s.committee_id = cv.committee_id
JOIN dw.dim_society sv ON sv.society_id = s.society_id AND sv.valid_from <= m.snapshot_day AND m.snapshot_day < sv.valid_to
LEFT JOIN categorized c ON c.month_key = m.month_key AND c.society_id = s.society_id
LEFT JOIN counted o ON o.month_key = m.month_key AND o.society_id = s.society_id AND o.rule_set_key = r.rule_set_key
LEFT JOIN instructed i ON i.month_key = m.month_key AND i.society_id = s.society_id;
ANALYZE staging.coverage;
