-- Who breaks which rule of leading groups, from which day to which: thresholds are those in effect in the committee's region on the day
-- that the rule is about. The same rules in C#: api/Rules/LeadingGroups.
CREATE OR REPLACE VIEW graph.leading_group_breach AS
SELECT b.key, b.code, b.rule ->> 'severity' AS severity, b.message, b.rule ->> 'source' AS clause, b.society_id, b.committee_id, b.leading_group_id, b.meeting_id,
       b.since, least(b.until, y.cancelled_on) AS until, daterange(b.since, least(b.until, y.cancelled_on)) AS valid_during, b.message_zh
FROM (
    -- A council without a group; where the one before had one, it was not re-elected with the council.
    SELECT CASE WHEN had.one THEN 'LEADING_GROUP_NOT_REELECTED' ELSE 'LEADING_GROUP_MISSING' END || ':' || t.id AS key,
           CASE WHEN had.one THEN 'LEADING_GROUP_NOT_REELECTED' ELSE 'LEADING_GROUP_MISSING' END AS code,
           CASE WHEN had.one THEN r.rules -> 'term' ELSE r.rules -> 'establishment' END AS rule,
           CASE WHEN had.one THEN 'The council was renewed, but its leading group was not re-elected with it.' ELSE 'The society''s council has no leading group.' END AS message,
           CASE WHEN had.one THEN '理事会已换届，领导小组没有同步改选。' ELSE '该科技社团的理事会还没有建立领导小组。' END AS message_zh,
           t.society_id, s.committee_id, NULL::bigint AS leading_group_id, NULL::bigint AS meeting_id, t.started_on AS since, t.ends_on AS until
    FROM graph.council_term AS t
    JOIN graph.society AS s ON s.id = t.society_id
    JOIN graph.committee AS m ON m.id = s.committee_id
    CROSS JOIN LATERAL (SELECT EXISTS (
        SELECT FROM graph.council_term AS e JOIN graph.leading_group AS g ON g.council_term_id = e.id
        WHERE e.society_id = t.society_id AND e.ends_on <= t.started_on) AS one OFFSET 0) AS had
    CROSS JOIN LATERAL graph.rules_in_effect(m.region_code, 'leadingGroups', t.started_on) AS r (rules)
    WHERE NOT EXISTS (SELECT FROM graph.leading_group AS g WHERE g.council_term_id = t.id)
      AND CASE WHEN had.one THEN r.rules #>> '{term,value}' = 'COUNCIL_TERM' ELSE (r.rules #>> '{establishment,value}')::boolean END
    UNION ALL
    -- The council's term is over and the group was not: it is neither expired nor re-elected.
    SELECT 'LEADING_GROUP_PAST_ITS_TERM:' || g.id, 'LEADING_GROUP_PAST_ITS_TERM', r.rules -> 'term',
           'The council''s term is over, and so is the group''s: let it expire and re-elect it with the council.',
           '理事会任期已满，领导小组的任期随之届满：请办理届满，并随理事会换届改选。',
           p.society_id, p.committee_id, g.id, NULL, p.ends_on, NULL
    FROM graph.leading_group AS g
    JOIN graph.leading_group_place AS p ON p.leading_group_id = g.id
    CROSS JOIN LATERAL graph.rules_in_effect(p.region_code, 'leadingGroups', p.ends_on) AS r (rules)
    WHERE g.status <> 'EXPIRED' AND r.rules #>> '{term,value}' = 'COUNCIL_TERM'
    UNION ALL
    -- Elected for another time than the council's.
    SELECT 'LEADING_GROUP_TERM_NOT_BOUND:' || g.id, 'LEADING_GROUP_TERM_NOT_BOUND', r.rules -> 'term',
           'The group was submitted on a day outside of the council''s term, which is its own.',
           '报批日期不在理事会任期内；领导小组的任期与理事会相同。',
           p.society_id, p.committee_id, g.id, NULL, g.submitted_on, g.expired_on
    FROM graph.leading_group AS g
    JOIN graph.leading_group_place AS p ON p.leading_group_id = g.id
    CROSS JOIN LATERAL graph.rules_in_effect(p.region_code, 'leadingGroups', g.submitted_on) AS r (rules)
    WHERE NOT daterange(p.started_on, p.ends_on) @> g.submitted_on AND g.submitted_on IS DISTINCT FROM g.expired_on
      AND r.rules #>> '{term,value}' = 'COUNCIL_TERM'
    UNION ALL
    SELECT 'LEADING_GROUP_NOT_APPROVED:' || g.id, 'LEADING_GROUP_NOT_APPROVED', r.rules -> 'approval',
           'The group works without the committee''s approval, or waits for it.',
           '领导小组未经科技社团党委批准，或者还在等待批准。',
           p.society_id, p.committee_id, g.id, NULL, g.discussed_on, g.expired_on
    FROM graph.leading_group AS g
    JOIN graph.leading_group_place AS p ON p.leading_group_id = g.id
    CROSS JOIN LATERAL graph.rules_in_effect(p.region_code, 'leadingGroups', g.discussed_on) AS r (rules)
    WHERE g.approved_on IS NULL AND g.discussed_on IS DISTINCT FROM g.expired_on AND r.rules #>> '{approval,value}' = 'COMMITTEE'
    UNION ALL
    SELECT 'CONTACT_MISSING:' || g.id, 'CONTACT_MISSING', r.rules -> 'contact', 'Nobody is named who keeps in touch with the committee.',
           '没有指定与科技社团党委联系的联络员。',
           p.society_id, p.committee_id, g.id, NULL, g.discussed_on, g.expired_on
    FROM graph.leading_group AS g
    JOIN graph.leading_group_place AS p ON p.leading_group_id = g.id
    CROSS JOIN LATERAL graph.rules_in_effect(p.region_code, 'leadingGroups', g.discussed_on) AS r (rules)
    WHERE g.contact_person_id IS NULL AND g.discussed_on IS DISTINCT FROM g.expired_on AND (r.rules #>> '{contact,value}')::boolean
    UNION ALL
    SELECT 'LOCAL_RULES_MISSING:' || g.id, 'LOCAL_RULES_MISSING', r.rules -> 'localRules', 'The group has not filed rules of its own.',
           '领导小组没有将自己的工作细则报备。',
           p.society_id, p.committee_id, g.id, NULL, p.in_office_from, p.in_office_to
    FROM graph.leading_group AS g
    JOIN graph.leading_group_place AS p ON p.leading_group_id = g.id
    CROSS JOIN LATERAL graph.rules_in_effect(p.region_code, 'leadingGroups', p.in_office_from) AS r (rules)
    WHERE p.in_office_from < p.in_office_to AND r.rules #>> '{localRules,value}' = 'REQUIRED'
      AND NOT EXISTS (SELECT FROM graph.leading_group_local_rule AS l WHERE l.leading_group_id = g.id)
    UNION ALL
    -- The seats, of what holds or waits for approval; what was returned is no group's.
    SELECT f.code || ':' || c.composition_id, f.code, f.rule, f.message, f.message_zh, p.society_id, p.committee_id, c.leading_group_id, NULL,
           coalesce(lower(c.valid_during), c.submitted_on), upper(c.valid_during)
    FROM graph.leading_group_composition_facts AS c
    JOIN graph.leading_group_place AS p ON p.leading_group_id = c.leading_group_id
    CROSS JOIN LATERAL graph.rules_in_effect(p.region_code, 'leadingGroups', c.submitted_on) AS r (rules)
    CROSS JOIN LATERAL (VALUES
        ('LEADING_GROUP_TOO_LARGE', r.rules -> 'sizeMaximum', c.seat_count > (r.rules #>> '{sizeMaximum,value}')::int,
            format('The group has %s seats; normally it has %s at the most.', c.seat_count, r.rules #>> '{sizeMaximum,value}'),
            format('领导小组有 %s 名成员，一般不超过 %s 名。', c.seat_count, r.rules #>> '{sizeMaximum,value}')),
        ('LEADING_GROUP_EVEN', r.rules -> 'parity', r.rules #>> '{parity,value}' = 'ODD' AND c.seat_count % 2 = 0,
            format('The group has %s seats; their number must be odd.', c.seat_count),
            format('领导小组有 %s 名成员，人数应为单数。', c.seat_count)),
        ('SEAT_HOLDER_NOT_IN_PARTY', r.rules -> 'members', r.rules #>> '{members,value}' = 'PARTY_MEMBERS' AND c.outsider_count > 0,
            'A member of the group must be a party member; others may be asked to sit in.', '领导小组成员应当是党员，其他人可以列席。'),
        ('LEADER_MISSING', r.rules -> 'leader', c.leader_count = 0, 'The group has no leader.', '领导小组没有组长。'),
        ('NO_ELIGIBLE_LEADER', r.rules -> 'leader', r.rules #>> '{leader,value}' <> 'ANYONE' AND NOT c.chair_in_party AND NOT c.vice_chair_in_party,
            'Neither the council''s chair nor a vice-chair is a party member, so nobody can lead the group. Appoint a vice-chair who is one.',
            '理事长和副理事长都不是党员，没有人可以担任组长。请先增补一名党员担任副理事长。'),
        ('LEADER_NOT_ELIGIBLE', r.rules -> 'leader',
            c.leader_count = 1 AND (c.chair_in_party OR c.vice_chair_in_party) AND CASE r.rules #>> '{leader,value}'
                WHEN 'ANYONE' THEN false
                WHEN 'CHAIR_OR_VICE_CHAIR' THEN NOT c.leader_is_chair AND NOT c.leader_is_vice_chair
                ELSE NOT c.leader_is_chair AND (c.chair_in_party OR NOT c.leader_is_vice_chair)
            END,
            CASE WHEN r.rules #>> '{leader,value}' = 'CHAIR_OR_VICE_CHAIR' THEN 'The leader must be the council''s chair or a vice-chair, and a party member.'
                WHEN c.chair_in_party THEN 'The leader must be the council''s chair, who is a party member.'
                ELSE 'The council''s chair is no party member, so the leader must be a vice-chair who is one.' END,
            CASE WHEN r.rules #>> '{leader,value}' = 'CHAIR_OR_VICE_CHAIR' THEN '组长应由担任理事长或者副理事长的党员担任。'
                WHEN c.chair_in_party THEN '组长应由担任理事长且是党员的人担任。'
                ELSE '理事长不是党员，组长应由担任副理事长的党员担任。' END)
    ) AS f (code, rule, is_broken, message, message_zh)
    WHERE c.status <> 'RETURNED' AND f.is_broken
    UNION ALL
    -- Half-years that the group was in office for as a whole and that are over.
    SELECT 'NO_MEETING_IN_HALF_YEAR:' || p.leading_group_id || ':' || h.first_day, 'NO_MEETING_IN_HALF_YEAR', r.rules -> 'meetingsPerHalfYear',
           format('The group met %s times from %s to %s; at least %s is asked for.', met.times, h.first_day, (h.first_day + interval '6 months' - interval '1 day')::date, r.rules #>> '{meetingsPerHalfYear,value}'),
           format('领导小组在%2$s到%3$s之间开会 %1$s 次，至少应开 %4$s 次。', met.times, to_char(h.first_day, 'YYYY"年"FMMM"月"FMDD"日"'), to_char(h.first_day + interval '6 months' - interval '1 day', 'YYYY"年"FMMM"月"FMDD"日"'), r.rules #>> '{meetingsPerHalfYear,value}'),
           p.society_id, p.committee_id, p.leading_group_id, NULL, h.first_day, (h.first_day + interval '6 months')::date
    FROM graph.leading_group_place AS p
    CROSS JOIN LATERAL (
        SELECT day::date AS first_day
        FROM generate_series(date_trunc('year', p.in_office_from), least(p.in_office_to, graph.today())::timestamp - interval '6 months', interval '6 months') AS day
        WHERE day >= p.in_office_from
    ) AS h
    CROSS JOIN LATERAL (
        SELECT count(*)::int AS times FROM graph.leading_group_meeting AS e
        WHERE e.leading_group_id = p.leading_group_id AND e.held_on >= h.first_day AND e.held_on < h.first_day + interval '6 months' AND e.state NOT IN ('AGENDA', 'INQUORATE')
        OFFSET 0
    ) AS met
    CROSS JOIN LATERAL graph.rules_in_effect(p.region_code, 'leadingGroups', (h.first_day + interval '6 months' - interval '1 day')::date) AS r (rules)
    WHERE met.times < (r.rules #>> '{meetingsPerHalfYear,value}')::int
    UNION ALL
    SELECT 'NOT_QUORATE:' || e.id, 'NOT_QUORATE', r.rules -> 'quorum',
           format('%s of %s members were present; at least %s must be.', n.present, n.seats, CASE r.rules #>> '{quorum,value}' WHEN 'MORE_THAN_HALF' THEN n.seats / 2 + 1 ELSE (n.seats + 1) / 2 END),
           format('%2$s 名成员到会 %1$s 名，至少要有 %3$s 名到会。', n.present, n.seats, CASE r.rules #>> '{quorum,value}' WHEN 'MORE_THAN_HALF' THEN n.seats / 2 + 1 ELSE (n.seats + 1) / 2 END),
           p.society_id, p.committee_id, p.leading_group_id, e.id, e.held_on, NULL
    FROM graph.leading_group_meeting AS e
    JOIN graph.leading_group_place AS p ON p.leading_group_id = e.leading_group_id
    CROSS JOIN LATERAL (
        SELECT (SELECT count(*) FROM graph.leading_group_seat AS s WHERE s.composition_id = e.composition_id)::int AS seats,
               (SELECT count(*) FROM graph.leading_group_attendance AS a WHERE a.meeting_id = e.id AND a.status = 'PRESENT')::int AS present
    ) AS n
    CROSS JOIN LATERAL graph.rules_in_effect(p.region_code, 'leadingGroups', e.held_on) AS r (rules)
    -- One that could not begin broke no rule.
    WHERE e.state NOT IN ('AGENDA', 'INQUORATE') AND CASE r.rules #>> '{quorum,value}' WHEN 'MORE_THAN_HALF' THEN n.present * 2 <= n.seats ELSE n.present * 2 < n.seats END
    UNION ALL
    SELECT 'MINUTES_NOT_SIGNED:' || e.id, 'MINUTES_NOT_SIGNED', r.rules -> 'minutesSignedWithinDays',
           format('The minutes were not signed within %s days after the meeting.', r.rules #>> '{minutesSignedWithinDays,value}'),
           format('会议记录没有在会后 %s 日内签字。', r.rules #>> '{minutesSignedWithinDays,value}'),
           p.society_id, p.committee_id, p.leading_group_id, e.id, e.held_on + (r.rules #>> '{minutesSignedWithinDays,value}')::int + 1, e.minutes_signed_on
    FROM graph.leading_group_meeting AS e
    JOIN graph.leading_group_place AS p ON p.leading_group_id = e.leading_group_id
    CROSS JOIN LATERAL graph.rules_in_effect(p.region_code, 'leadingGroups', e.held_on) AS r (rules)
    WHERE e.state IN ('DECIDED', 'DEFERRED', 'MINUTES_SIGNED')
      AND e.held_on + (r.rules #>> '{minutesSignedWithinDays,value}')::int + 1 < coalesce(e.minutes_signed_on, 'infinity')
) AS b (key, code, rule, message, message_zh, society_id, committee_id, leading_group_id, meeting_id, since, until)
JOIN graph.society AS y ON y.id = b.society_id
-- What is still to come is no breach, and none is of a society that was gone by then.
WHERE b.since <= graph.today() AND b.since < coalesce(y.cancelled_on, 'infinity');
COMMENT ON VIEW graph.leading_group_breach IS '不合规 Rules of leading groups that are or were broken, one row per rule, thing and period, from the past up to today.';
COMMENT ON COLUMN graph.leading_group_breach.key IS 'Rule and what breaks it; the same breach has the same key whenever it is asked for.';
COMMENT ON COLUMN graph.leading_group_breach.code IS 'The rule.';
COMMENT ON COLUMN graph.leading_group_breach.severity IS 'ERROR or WARNING, as the rule set says.';
COMMENT ON COLUMN graph.leading_group_breach.message IS 'What is wrong and what to do, in a sentence.';
COMMENT ON COLUMN graph.leading_group_breach.message_zh IS 'The same in Chinese.';
COMMENT ON COLUMN graph.leading_group_breach.clause IS 'Where the rule stands, as the rule set says.';
COMMENT ON COLUMN graph.leading_group_breach.society_id IS 'The society.';
COMMENT ON COLUMN graph.leading_group_breach.committee_id IS 'Its committee.';
COMMENT ON COLUMN graph.leading_group_breach.leading_group_id IS 'The group; null where there is none.';
COMMENT ON COLUMN graph.leading_group_breach.meeting_id IS 'The meeting, where it is about one.';
COMMENT ON COLUMN graph.leading_group_breach.since IS 'First day on which it holds.';
COMMENT ON COLUMN graph.leading_group_breach.until IS 'First day on which it holds no more; null while nothing ends it.';
COMMENT ON COLUMN graph.leading_group_breach.valid_during IS 'Days on which it holds.';
