-- A function, so that a plan that is not there yet can be asked about too. The planner writes its text into the statement that asks.
CREATE OR REPLACE FUNCTION graph.duty_deeds(of_kind text, of_committee bigint, of_person bigint, of_society bigint, of_rectification bigint, of_filing bigint,
    of_period text, begins date, ends date) RETURNS TABLE (day date)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT min(i.checked_in_on) AS day
    FROM graph.branch AS b JOIN graph.community_check_in AS i ON i.branch_id = b.id
    WHERE of_kind = 'COMMUNITY_CHECK_IN' AND b.committee_id = of_committee AND i.checked_in_on >= begins AND i.checked_in_on < ends
    GROUP BY b.id
    UNION ALL
    SELECT greatest(min(p.valid_from), begins)
    FROM graph.contact_point AS p
    WHERE of_kind = 'CONTACT_POINT' AND p.committee_id = of_committee AND p.person_id = of_person AND p.valid_during && daterange(begins, ends)
    GROUP BY p.branch_id
    UNION ALL
    SELECT m.held_on FROM graph.committee_meeting AS m
    WHERE of_kind IN ('WORK_MEETING', 'COMMITTEE_MEETING') AND m.committee_id = of_committee AND m.kind = of_kind
        AND m.held_on >= begins AND m.held_on < ends
    UNION ALL
    SELECT f.submitted_on FROM graph.fund_report AS f WHERE of_kind = 'FUND_REPORT' AND f.society_id = of_society AND f.period = of_period
    UNION ALL
    SELECT s.moved_on FROM graph.rectification_stage AS s WHERE of_kind = 'RECTIFICATION' AND s.rectification_id = of_rectification AND s.to_stage = of_period
    UNION ALL
    SELECT f.filed_on FROM graph.event_filing AS f WHERE of_kind = 'EVENT_FILING' AND f.id = of_filing AND f.filed_on IS NOT NULL
$$;
COMMENT ON FUNCTION graph.duty_deeds IS 'Days of the deeds that count towards a duty of this kind, subject and time, a row each.';
