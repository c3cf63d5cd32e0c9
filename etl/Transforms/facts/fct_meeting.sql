-- Grain: one row per meeting of a leading group or of a committee.
SELECT 'LEADING_GROUP' AS kind, g.meeting_id, g.society_id, to_char(g.held_on, 'YYYYMMDD')::int AS date_key,
       to_char(g.held_on, 'YYYYMM')::int * 100 + 1 AS month_key, v.society_key, v.committee_id, v.committee_key, 1::smallint AS held,
       (CASE p.quorum WHEN 'MORE_THAN_HALF' THEN g.present * 2 > g.seats ELSE g.present * 2 >= g.seats END AND g.seats > 0)::int::smallint
           AS quorate,
       g.seats::smallint AS seats, g.present::smallint AS present, g.decided::smallint AS decided, g.deferred::smallint AS deferred
FROM society_on AS v
JOIN source.group_meeting AS g ON g.society_id = v.society_id AND v.during @> g.held_on
JOIN horizon AS h ON g.held_on <= h.day
LEFT JOIN rule_period AS p ON p.section = 'leadingGroups' AND p.region_code = v.region_code AND p.during @> g.held_on
UNION ALL
SELECT m.kind, m.meeting_id, 0, to_char(m.held_on, 'YYYYMMDD')::int, to_char(m.held_on, 'YYYYMM')::int * 100 + 1, 0, m.committee_id, v.committee_key,
       1::smallint, 0::smallint, 0::smallint, 0::smallint, 0::smallint, 0::smallint
FROM committee_on AS v
JOIN source.committee_meeting AS m ON m.committee_id = v.committee_id AND v.during @> m.held_on
JOIN horizon AS h ON m.held_on <= h.day
