CREATE OR REPLACE VIEW graph.duty_done AS
SELECT d.id AS duty_id, done.day
FROM graph.duty AS d
CROSS JOIN LATERAL (
    SELECT min(i.checked_in_on) AS day
    FROM graph.branch AS b JOIN graph.community_check_in AS i ON i.branch_id = b.id
    WHERE d.kind = 'COMMUNITY_CHECK_IN' AND b.committee_id = d.committee_id AND i.checked_in_on >= d.begins_on AND i.checked_in_on < d.ends_on
    GROUP BY b.id
    UNION ALL
    SELECT greatest(min(p.valid_from), d.begins_on)
    FROM graph.contact_point AS p
    WHERE d.kind = 'CONTACT_POINT' AND p.committee_id = d.committee_id AND p.person_id = d.person_id AND p.valid_during && daterange(d.begins_on, d.ends_on)
    GROUP BY p.branch_id
    UNION ALL
    SELECT m.held_on FROM graph.committee_meeting AS m
    WHERE d.kind IN ('WORK_MEETING', 'COMMITTEE_MEETING') AND m.committee_id = d.committee_id AND m.kind = d.kind
        AND m.held_on >= d.begins_on AND m.held_on < d.ends_on
    UNION ALL
    SELECT f.submitted_on FROM graph.fund_report AS f WHERE d.kind = 'FUND_REPORT' AND f.society_id = d.society_id AND f.period = d.period
    UNION ALL
    SELECT s.moved_on FROM graph.rectification_stage AS s WHERE d.kind = 'RECTIFICATION' AND s.rectification_id = d.rectification_id AND s.to_stage = d.period
    UNION ALL
    SELECT f.filed_on FROM graph.event_filing AS f WHERE d.kind = 'EVENT_FILING' AND f.id = d.event_filing_id AND f.filed_on IS NOT NULL
) AS done;
COMMENT ON VIEW graph.duty_done IS '任务完成 The deeds that count towards a duty, a row each.';
COMMENT ON COLUMN graph.duty_done.duty_id IS 'The duty.';
COMMENT ON COLUMN graph.duty_done.day IS 'When it was done.';
