-- A record as it is before or after a repair: the whole row and what belongs to it, with whose record it is. No row where nothing has the key.
CREATE OR REPLACE FUNCTION graph.record_to_mend(of_kind text, of_id bigint)
RETURNS TABLE (committee_id bigint, society_id bigint, branch_id bigint, content jsonb) LANGUAGE sql STABLE AS $$
    SELECT b.committee_id, NULL::bigint, b.id,
        to_jsonb(r) - 'place' || jsonb_build_object('attendance', coalesce((
            SELECT jsonb_agg(to_jsonb(a) - 'activity_id' ORDER BY a.member_id) FROM graph.activity_attendance AS a WHERE a.activity_id = r.id), '[]'))
    FROM graph.activity AS r JOIN graph.branch AS b ON b.id = r.branch_id WHERE of_kind = 'ACTIVITY' AND r.id = of_id
    UNION ALL
    SELECT b.committee_id, NULL, b.id, to_jsonb(r)
    FROM graph.branch_year_plan AS r JOIN graph.branch AS b ON b.id = r.branch_id WHERE of_kind = 'YEAR_PLAN' AND r.id = of_id
    UNION ALL
    SELECT b.committee_id, NULL, b.id, to_jsonb(r)
    FROM graph.community_check_in AS r JOIN graph.branch AS b ON b.id = r.branch_id WHERE of_kind = 'CHECK_IN' AND r.id = of_id
    UNION ALL
    SELECT r.committee_id, NULL, NULL, to_jsonb(r) FROM graph.committee_meeting AS r WHERE of_kind = 'COMMITTEE_MEETING' AND r.id = of_id
    UNION ALL
    SELECT s.committee_id, s.id, r.branch_id, to_jsonb(r)
    FROM graph.fund_report AS r JOIN graph.society AS s ON s.id = r.society_id WHERE of_kind = 'FUND_REPORT' AND r.id = of_id
    UNION ALL
    SELECT s.committee_id, s.id, NULL, to_jsonb(r) || jsonb_build_object('duties', coalesce((
            SELECT jsonb_agg(to_jsonb(d) ORDER BY d.id) FROM graph.duty AS d WHERE d.event_filing_id = r.id), '[]'))
    FROM graph.event_filing AS r JOIN graph.society AS s ON s.id = r.society_id WHERE of_kind = 'EVENT_FILING' AND r.id = of_id
    UNION ALL
    SELECT s.committee_id, s.id, NULL, to_jsonb(r)
    FROM graph.ledger_entry AS r JOIN graph.society AS s ON s.id = r.society_id WHERE of_kind = 'LEDGER_ENTRY' AND r.id = of_id
    UNION ALL
    SELECT b.committee_id, NULL, b.id, to_jsonb(r)
    FROM graph.dues_payment AS r JOIN graph.branch AS b ON b.id = r.branch_id WHERE of_kind = 'DUES_PAYMENT' AND r.id = of_id
    UNION ALL
    SELECT b.committee_id, NULL, b.id, to_jsonb(r)
    FROM graph.bonus_claim AS r JOIN graph.assessment_entry AS e ON e.id = r.entry_id JOIN graph.branch AS b ON b.id = e.branch_id
    WHERE of_kind = 'BONUS_CLAIM' AND r.id = of_id
    UNION ALL
    SELECT s.committee_id, s.id, NULL, to_jsonb(r) - 'place' || jsonb_build_object(
        'agenda', coalesce((SELECT jsonb_agg(to_jsonb(i) ORDER BY i.position) FROM graph.leading_group_agenda_item AS i WHERE i.meeting_id = r.id), '[]'),
        'attendance', coalesce((SELECT jsonb_agg(to_jsonb(a) ORDER BY a.seat_id) FROM graph.leading_group_attendance AS a WHERE a.meeting_id = r.id), '[]'),
        'observers', coalesce((SELECT jsonb_agg(to_jsonb(o) ORDER BY o.person_id) FROM graph.leading_group_observer AS o WHERE o.meeting_id = r.id), '[]'),
        'opinions', coalesce((SELECT jsonb_agg(to_jsonb(w) ORDER BY w.id) FROM graph.leading_group_written_opinion AS w WHERE w.meeting_id = r.id), '[]'))
    FROM graph.leading_group_meeting AS r
    JOIN graph.leading_group AS g ON g.id = r.leading_group_id
    JOIN graph.council_term AS t ON t.id = g.council_term_id
    JOIN graph.society AS s ON s.id = t.society_id
    WHERE of_kind = 'LEADING_GROUP_MEETING' AND r.id = of_id
    UNION ALL
    SELECT s.committee_id, s.id, NULL, to_jsonb(r)
    FROM graph.sync_point AS r JOIN graph.society AS s ON s.id = r.society_id WHERE of_kind = 'SYNC_POINT' AND r.id = of_id
    UNION ALL
    SELECT s.committee_id, s.id, NULL, to_jsonb(r)
    FROM graph.uncovered_reason AS r JOIN graph.society AS s ON s.id = r.society_id WHERE of_kind = 'UNCOVERED_REASON' AND r.id = of_id
    UNION ALL
    SELECT r.committee_id, NULL, r.branch_id, to_jsonb(r) FROM graph.contact_point AS r WHERE of_kind = 'CONTACT_POINT' AND r.id = of_id
$$;
COMMENT ON FUNCTION graph.record_to_mend IS 'A record with what belongs to it, as a repair keeps it, and whose it is.';
