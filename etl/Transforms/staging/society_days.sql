-- Grain: society_rule: one row per society and rule set; the other tables: one row per society.
CREATE TEMP TABLE society_stood ON COMMIT DROP AS
SELECT bs.society_id, bs.branch_id, range_agg(bs.valid_during) AS during
FROM scope_society AS s JOIN source.branch_society AS bs ON bs.society_id = s.society_id
GROUP BY bs.society_id, bs.branch_id;
ANALYZE society_stood;

-- Days of each category; precedence A, B, C, UNCLASSIFIED is asked with the day.
CREATE TEMP TABLE society_category ON COMMIT DROP AS
WITH there AS (
    SELECT p.branch_id, range_agg(p.valid_during) AS during
    FROM scope_society_branch AS s JOIN source.branch_status AS p ON p.branch_id = s.branch_id AND p.status IN ('PROPOSED', 'ESTABLISHED')
    GROUP BY p.branch_id
), classified AS (
    SELECT c.branch_id, range_agg(c.valid_during) FILTER (WHERE c.category = 'A') AS a, range_agg(c.valid_during) FILTER (WHERE c.category = 'B') AS b,
           range_agg(c.valid_during) FILTER (WHERE c.category = 'C') AS c
    FROM scope_society_branch AS s JOIN source.branch_category AS c ON c.branch_id = s.branch_id
    GROUP BY c.branch_id
)
SELECT d.society_id, range_agg(t.during * d.during * c.a) AS a, range_agg(t.during * d.during * c.b) AS b, range_agg(t.during * d.during * c.c) AS c,
       range_agg(t.during * d.during) AS any
FROM society_stood AS d
JOIN there AS t ON t.branch_id = d.branch_id
LEFT JOIN classified AS c ON c.branch_id = d.branch_id
GROUP BY d.society_id;
ANALYZE society_category;

CREATE TEMP TABLE society_instructed ON COMMIT DROP AS
SELECT i.society_id, range_agg(i.valid_during) AS during
FROM scope_society AS s JOIN source.instructor AS i ON i.society_id = s.society_id
GROUP BY i.society_id;
ANALYZE society_instructed;

CREATE TEMP TABLE society_led ON COMMIT DROP AS
SELECT g.society_id, range_agg(g.valid_during) AS during
FROM scope_society AS s JOIN source.leading_group AS g ON g.society_id = s.society_id
GROUP BY g.society_id;
CREATE INDEX ON society_led (society_id);
ANALYZE society_led;

-- From the first meeting of a half-year to its end.
CREATE TEMP TABLE society_met ON COMMIT DROP AS
SELECT g.society_id, range_agg(daterange(g.held_on, (date_trunc('year', g.held_on::timestamp)
           + CASE WHEN extract(month FROM g.held_on) <= 6 THEN interval '6 months' ELSE interval '1 year' END)::date)) AS during
FROM scope_society AS s JOIN source.group_meeting AS g ON g.society_id = s.society_id
GROUP BY g.society_id;
ANALYZE society_met;

CREATE TEMP TABLE society_charter ON COMMIT DROP AS
SELECT e.society_id, range_agg(e.valid_during) AS recorded, coalesce(range_agg(e.valid_during) FILTER (WHERE e.is_met), '{}') AS met
FROM scope_society AS s JOIN source.evidence AS e ON e.society_id = s.society_id AND e.kind = 'CHARTER_CLAUSE'
GROUP BY e.society_id;
ANALYZE society_charter;

-- How many members on which day: running sums of those who come and go. Days in order, with the numbers from each day on.
CREATE TEMP TABLE society_members ON COMMIT DROP AS
WITH step AS (
    SELECT d.society_id, x.day, sum(x.step) AS members, sum(x.step) FILTER (WHERE m.status = 'FULL') AS full_members
    FROM society_stood AS d
    JOIN scope_member AS m ON m.branch_id = d.branch_id
    CROSS JOIN LATERAL unnest(d.during * datemultirange(m.valid_during)) AS p (part)
    CROSS JOIN LATERAL (VALUES (coalesce(lower(p.part), '-infinity'), 1), (coalesce(upper(p.part), 'infinity'), -1)) AS x (day, step)
    GROUP BY d.society_id, x.day
), total AS (
    SELECT society_id, day, sum(members) OVER w AS members, sum(coalesce(full_members, 0)) OVER w AS full_members
    FROM step
    WINDOW w AS (PARTITION BY society_id ORDER BY day)
)
SELECT society_id, array_agg(day ORDER BY day) AS days, array_agg(members::int ORDER BY day) AS members,
       array_agg(full_members::int ORDER BY day) AS full_members
FROM total
GROUP BY society_id;
ANALYZE society_members;

-- What a ledger tells of members whose affiliation is elsewhere.
CREATE TEMP TABLE society_told ON COMMIT DROP AS
SELECT l.society_id, array_agg(x.day ORDER BY x.day) AS days, array_agg(x.counted ORDER BY x.day) AS counted
FROM (
    SELECT e.society_id, e.valid_during, e.counted FROM scope_society AS s JOIN source.ledger_entry AS e ON e.society_id = s.society_id
    WHERE e.aspect = 'PARTY_MEMBERS' AND e.counted IS NOT NULL
) AS l
CROSS JOIN LATERAL (
    SELECT coalesce(lower(l.valid_during), '-infinity') AS day, l.counted
    UNION ALL
    -- An entry that begins where this one ends comes instead of nothing.
    SELECT upper(l.valid_during), 0
    WHERE NOT upper_inf(l.valid_during) AND NOT EXISTS (
        SELECT FROM source.ledger_entry AS n WHERE n.society_id = l.society_id AND n.aspect = 'PARTY_MEMBERS' AND n.counted IS NOT NULL
            AND lower(n.valid_during) = upper(l.valid_during))
) AS x
GROUP BY l.society_id;
ANALYZE society_told;

CREATE TEMP TABLE society_rule ON COMMIT DROP AS
SELECT coalesce(o.society_id, w.society_id) AS society_id, coalesce(o.rule_set_key, w.rule_set_key) AS rule_set_key,
       o.organised, o.alone, o.secretary, o.effective, w.during AS worked
FROM (
    SELECT d.society_id, c.rule_set_key, range_agg(d.during * c.during) AS organised, range_agg(d.during * c.alone) AS alone,
           range_agg(d.during * c.during * s.during) AS secretary,
           range_agg(d.during * c.during * CASE WHEN r.effective_by_activity THEN coalesce(a.during, '{}') ELSE datemultirange(daterange(NULL, NULL)) END
               - CASE WHEN r.effective_unless_failed THEN coalesce(f.during, '{}') ELSE '{}' END) AS effective
    FROM society_stood AS d
    JOIN branch_counted AS c ON c.branch_id = d.branch_id
    JOIN dw.dim_rule_set AS r ON r.rule_set_key = c.rule_set_key
    LEFT JOIN branch_secretary AS s ON s.branch_id = d.branch_id
    LEFT JOIN branch_active AS a ON a.branch_id = d.branch_id
    LEFT JOIN branch_failed AS f ON f.branch_id = d.branch_id
    GROUP BY d.society_id, c.rule_set_key
) AS o
FULL JOIN (
    SELECT d.society_id, g.rule_set_key, range_agg(d.during * g.during) AS during
    FROM society_stood AS d JOIN work_group AS g ON g.branch_id = d.branch_id
    GROUP BY d.society_id, g.rule_set_key
) AS w ON w.society_id = o.society_id AND w.rule_set_key = o.rule_set_key;
ANALYZE society_rule;

-- A reason for having no organization tells something until the first day with one: it does not come back with that organization's end.
CREATE TEMP TABLE society_reason ON COMMIT DROP AS
SELECT u.society_id, r.rule_set_key, u.code, lower(u.valid_during) AS since, u.valid_during,
       u.valid_during * daterange(NULL, lower(o.during * datemultirange(daterange(lower(u.valid_during), NULL)))) AS during
FROM scope_society AS s
JOIN source.uncovered_reason AS u ON u.society_id = s.society_id
CROSS JOIN (SELECT * FROM dw.dim_rule_set WHERE is_current) AS r
LEFT JOIN society_rule AS x ON x.society_id = u.society_id AND x.rule_set_key = r.rule_set_key
LEFT JOIN society_led AS l ON l.society_id = u.society_id AND r.organization_by_leading_group
CROSS JOIN LATERAL (SELECT coalesce(x.organised, '{}') + coalesce(l.during, '{}') AS during) AS o;
CREATE INDEX ON society_reason (society_id, rule_set_key);
ANALYZE society_reason;

-- The ledger's aspects: those that are clear, counted by day. A reason for having no organization is asked of those without one.
CREATE TEMP TABLE society_ledger ON COMMIT DROP AS
WITH known AS (
    SELECT e.society_id, r.rule_set_key, e.aspect, range_agg(e.valid_during) FILTER (WHERE e.is_clear) AS clear, range_agg(e.valid_during) AS recorded
    FROM scope_society AS s
    JOIN source.ledger_entry AS e ON e.society_id = s.society_id
    JOIN dw.dim_rule_set AS r ON r.is_current AND e.aspect = ANY (r.ledger_aspects)
    GROUP BY e.society_id, r.rule_set_key, e.aspect
    UNION ALL
    SELECT u.society_id, u.rule_set_key, 'UNCOVERED_REASON', range_agg(u.during), range_agg(u.valid_during)
    FROM society_reason AS u
    JOIN dw.dim_rule_set AS r ON r.rule_set_key = u.rule_set_key AND 'UNCOVERED_REASON' = ANY (r.ledger_aspects)
    GROUP BY u.society_id, u.rule_set_key
    UNION ALL
    SELECT x.society_id, x.rule_set_key, 'ORGANISED', x.organised, '{}' FROM society_rule AS x
    UNION ALL
    SELECT x.society_id, r.rule_set_key, 'ORGANISED', x.during, '{}'
    FROM society_led AS x JOIN dw.dim_rule_set AS r ON r.is_current AND r.organization_by_leading_group
), clear AS (
    SELECT society_id, rule_set_key, CASE WHEN aspect = 'ORGANISED' THEN 'UNCOVERED_REASON' ELSE aspect END AS aspect, range_agg(clear) AS during
    FROM known
    GROUP BY 1, 2, 3
), counted AS (
    SELECT society_id, rule_set_key, day, sum(sum(step)) OVER (PARTITION BY society_id, rule_set_key ORDER BY day) AS clear_count,
           lead(day) OVER (PARTITION BY society_id, rule_set_key ORDER BY day) AS next_day
    FROM (
        SELECT c.society_id, c.rule_set_key, x.day, x.step
        FROM clear AS c
        CROSS JOIN LATERAL unnest(c.during) AS p (part)
        CROSS JOIN LATERAL (VALUES (coalesce(lower(p.part), '-infinity'::date), 1), (coalesce(upper(p.part), 'infinity'::date), -1)) AS x (day, step)
    ) AS one
    GROUP BY society_id, rule_set_key, day
)
SELECT k.society_id, k.rule_set_key, k.recorded, n.complete
FROM (
    SELECT society_id, rule_set_key, range_agg(recorded) AS recorded FROM known GROUP BY society_id, rule_set_key
) AS k
LEFT JOIN (
    SELECT c.society_id, c.rule_set_key, range_agg(daterange(nullif(c.day, '-infinity'), nullif(c.next_day, 'infinity'))) AS complete
    FROM counted AS c JOIN dw.dim_rule_set AS r ON r.rule_set_key = c.rule_set_key
    WHERE c.clear_count >= r.ledger_complete_from AND c.day < 'infinity'
    GROUP BY c.society_id, c.rule_set_key
) AS n ON n.society_id = k.society_id AND n.rule_set_key = k.rule_set_key;
ANALYZE society_ledger;
