-- Grain: one row per society and committee that it had on one of the days: on which of the days it was there, and what covered it.
-- What graph.organized_during and its kin say, of days that are past: links, minimums of activities, operating state and members are those of the day.
WITH day AS MATERIALIZED (
    SELECT d.day, d.place::int AS place FROM unnest(@days) WITH ORDINALITY AS d (day, place)
), content AS MATERIALIZED (
    SELECT c.text::jsonb AS coverage, c.place::int AS place FROM unnest(@coverages) WITH ORDINALITY AS c (text, place)
), rule AS MATERIALIZED (
    SELECT * FROM unnest(@coverageRegions, @coverageSince, @coverageUntil, @coveragePlaces) AS r (region_code, since, until, place)
), minimum AS MATERIALIZED (
    SELECT c.text::jsonb #> '{activities,minimums}' AS minimums, c.place::int AS place FROM unnest(@assessments) WITH ORDINALITY AS c (text, place)
), asked AS MATERIALIZED (
    SELECT * FROM unnest(@assessmentRegions, @assessmentSince, @assessmentUntil, @assessmentPlaces) AS r (region_code, since, until, place)
), society AS MATERIALIZED (
    SELECT s.society_id, s.committee_id, c.region_code::text AS region_code, s.operating_state, s.valid_during
    FROM source.society AS s JOIN graph.committee AS c ON c.id = s.committee_id
    WHERE s.committee_id = ANY (@committees)
), seen AS MATERIALIZED (
    SELECT DISTINCT s.society_id, r.place FROM society AS s JOIN rule AS r ON r.region_code = s.region_code
), stand AS MATERIALIZED (
    -- With the days on which a branch stood for the society, as the warehouse has it; graph.organized_during knows the links of today alone.
    SELECT e.society_id, e.place, l.branch_id, f.form, p.status, range_agg(l.valid_during * f.valid_during * p.valid_during) AS during
    FROM seen AS e
    JOIN source.branch_society AS l ON l.society_id = e.society_id
    JOIN source.branch AS f ON f.branch_id = l.branch_id
    JOIN source.branch_status AS p ON p.branch_id = l.branch_id
    GROUP BY e.society_id, e.place, l.branch_id, f.form, p.status
), counted AS MATERIALIZED (
    SELECT s.society_id, s.place, s.branch_id, o.region_code::text AS region_code, range_agg(s.during) AS during,
           (c.coverage #>> '{effective,activityMinimum}')::boolean AS by_activity, (c.coverage #>> '{effective,notFailed}')::boolean AS unless_failed
    FROM stand AS s
    JOIN content AS c ON c.place = s.place
    JOIN graph.branch AS b ON b.id = s.branch_id
    JOIN graph.committee AS o ON o.id = b.committee_id
    WHERE graph.counts_as_organization(s.form, s.status, c.coverage)
    GROUP BY s.society_id, s.place, s.branch_id, o.region_code, c.coverage
), work_group AS MATERIALIZED (
    SELECT s.society_id, s.place, range_agg(s.during) AS during
    FROM stand AS s JOIN content AS c ON c.place = s.place
    WHERE s.form = 'WORK_GROUP' AND c.coverage #> '{organization,statuses}' ? s.status AND (c.coverage #>> '{workGroup,countsAsWork}')::boolean
    GROUP BY s.society_id, s.place
), secretary AS MATERIALIZED (
    SELECT c.society_id, c.place, range_agg(c.during * datemultirange(a.valid_during)) AS during
    FROM counted AS c JOIN graph.appointment AS a ON a.branch_id = c.branch_id AND a.post = 'BRANCH_SECRETARY'
    GROUP BY c.society_id, c.place
), known AS MATERIALIZED (
    SELECT e.society_id, e.place, x.organized,
           CASE WHEN (c.coverage #>> '{work,organization}')::boolean THEN x.organized ELSE '{}' END
               + CASE WHEN (c.coverage #>> '{work,instructor}')::boolean THEN x.instructed ELSE '{}' END
               + CASE WHEN (c.coverage #>> '{leadingGroup,countsAsWork}')::boolean THEN x.led ELSE '{}' END
               + coalesce(w.during, '{}') AS worked,
           CASE WHEN c.coverage #> '{strong,anyOf}' ? 'INSTRUCTOR' THEN x.organized * x.instructed ELSE '{}' END
               + CASE WHEN c.coverage #> '{strong,anyOf}' ? 'SECRETARY' THEN coalesce(t.during, '{}') ELSE '{}' END AS strong
    FROM seen AS e
    JOIN content AS c ON c.place = e.place
    LEFT JOIN (SELECT society_id, place, range_agg(during) AS during FROM counted GROUP BY society_id, place) AS o
        ON o.society_id = e.society_id AND o.place = e.place
    LEFT JOIN work_group AS w ON w.society_id = e.society_id AND w.place = e.place
    LEFT JOIN secretary AS t ON t.society_id = e.society_id AND t.place = e.place
    CROSS JOIN LATERAL (SELECT graph.group_led_during(e.society_id) AS led, graph.instructed_during(e.society_id) AS instructed OFFSET 0) AS d
    CROSS JOIN LATERAL (
        SELECT coalesce(o.during, '{}') + CASE WHEN (c.coverage #>> '{leadingGroup,countsAsOrganization}')::boolean THEN d.led ELSE '{}' END AS organized,
               d.led, d.instructed OFFSET 0
    ) AS x
), failed AS MATERIALIZED (
    SELECT b.branch_id, graph.failed_during(b.branch_id) AS during FROM (SELECT DISTINCT branch_id FROM counted) AS b
), active AS MATERIALIZED (
    SELECT b.branch_id, b.place, graph.active_during(b.branch_id, m.minimums) AS during
    FROM (SELECT DISTINCT c.branch_id, a.place FROM counted AS c JOIN asked AS a ON a.region_code = c.region_code) AS b
    JOIN minimum AS m ON m.place = b.place
), effective AS MATERIALIZED (
    SELECT c.society_id, c.place, array_agg(d.place) AS days
    FROM counted AS c
    JOIN day AS d ON c.during @> d.day
    JOIN failed AS f ON f.branch_id = c.branch_id
    LEFT JOIN asked AS a ON a.region_code = c.region_code AND d.day BETWEEN a.since AND a.until
    LEFT JOIN active AS v ON v.branch_id = c.branch_id AND v.place = a.place
    -- A minimum that no rule set states is asked of nobody.
    WHERE (NOT c.by_activity OR a.place IS NULL OR v.during @> d.day) AND (NOT c.unless_failed OR NOT f.during @> d.day)
    GROUP BY c.society_id, c.place
), counting AS MATERIALIZED (
    SELECT s.society_id, d.place, count(*) AS members, count(*) FILTER (WHERE m.status = 'FULL') AS full_members
    FROM (SELECT DISTINCT society_id FROM society WHERE @membersAreAsked) AS s
    JOIN source.branch_society AS l ON l.society_id = s.society_id
    JOIN graph.membership AS m ON m.branch_id = l.branch_id
    JOIN day AS d ON l.valid_during @> d.day AND m.valid_during @> d.day
    GROUP BY s.society_id, d.place
), members AS MATERIALIZED (
    -- One row a society, because the planner takes what unnest gives for a row or two and would compare every day with every other.
    SELECT society_id, array_agg(place) AS places, array_agg(members) AS members, array_agg(full_members) AS full_members
    FROM counting GROUP BY society_id
), stood AS MATERIALIZED (
    SELECT k.society_id, k.place, k.organized, k.worked, k.strong, coalesce(e.days, '{}') AS effective, m.places, m.members, m.full_members
    FROM known AS k
    LEFT JOIN effective AS e ON e.society_id = k.society_id AND e.place = k.place
    LEFT JOIN members AS m ON m.society_id = k.society_id
)
SELECT s.society_id AS "Society", s.committee_id AS "Committee", array_agg(d.place ORDER BY d.place) AS "Days",
       array_agg(
           CASE WHEN k.organized @> d.day THEN 1 ELSE 0 END + CASE WHEN k.worked @> d.day THEN 2 ELSE 0 END
           + CASE WHEN k.strong @> d.day THEN 4 ELSE 0 END + CASE WHEN d.place = ANY (k.effective) THEN 8 ELSE 0 END
           + CASE WHEN s.operating_state = 'OPERATING' THEN 16 ELSE 0 END
           + CASE WHEN coalesce(k.members[array_position(k.places, d.place)], 0) > 0 OR coalesce(l.counted, 0) > 0 THEN 32 ELSE 0 END
           + CASE WHEN coalesce(greatest(k.full_members[array_position(k.places, d.place)], l.counted), 0)
                 >= (c.coverage #>> '{shouldBuildMembers,value}')::int THEN 64 ELSE 0 END
           ORDER BY d.place) AS "Flags"
FROM society AS s
JOIN day AS d ON s.valid_during @> d.day
JOIN rule AS r ON r.region_code = s.region_code AND d.day BETWEEN r.since AND r.until
JOIN content AS c ON c.place = r.place
JOIN stood AS k ON k.society_id = s.society_id AND k.place = r.place
LEFT JOIN LATERAL (
    SELECT max(t.counted) AS counted FROM graph.ledger_entry AS t
    WHERE @membersAreAsked AND t.society_id = s.society_id AND t.aspect = 'PARTY_MEMBERS' AND t.valid_during @> d.day
) AS l ON true
GROUP BY s.society_id, s.committee_id
