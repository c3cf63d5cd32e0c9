-- Of a society that is gone only what was done for it is left. A duty that no plan makes is there from the day on which its subject was; one of a plan is there as long as the plan.
CREATE OR REPLACE FUNCTION graph.duty_on(day date)
RETURNS TABLE (id bigint, kind text, committee_id bigint, person_id bigint, society_id bigint, rectification_id bigint, event_filing_id bigint,
    period text, due_on date, target int, clause text, progress int, done_on date, work_target_id bigint, state text, lacking int,
    title text, title_en text)
    LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT d.id, d.kind, d.committee_id, d.person_id, d.society_id, d.rectification_id, d.event_filing_id, d.period, d.due_on, d.target, d.clause,
           cardinality(e.days), e.days[d.target], d.work_target_id,
           CASE WHEN e.days[d.target] <= d.due_on THEN 'DONE' WHEN e.days[d.target] IS NOT NULL THEN 'DONE_LATE'
                WHEN d.due_on < day THEN 'LATE' ELSE 'DUE' END,
           greatest(d.target - cardinality(e.days), 0),
           CASE d.kind WHEN 'COMMUNITY_CHECK_IN' THEN '社区报到' WHEN 'CONTACT_POINT' THEN '党建联系点' WHEN 'WORK_MEETING' THEN '党建工作例会'
                WHEN 'COMMITTEE_MEETING' THEN '党委会' WHEN 'FUND_REPORT' THEN '双高资金季报' WHEN 'RECTIFICATION' THEN '整改' ELSE '论坛报备' END
           || CASE d.kind
                WHEN 'RECTIFICATION' THEN CASE d.period WHEN 'LEDGERED' THEN '：建账' WHEN 'CLOSED' THEN '：办结' ELSE '：通报' END
                WHEN 'EVENT_FILING' THEN '：' || (SELECT f.event FROM graph.event_filing AS f WHERE f.id = d.event_filing_id)
                ELSE ' ' || left(d.period, 4) || '年' || CASE substr(d.period, 5, 1)
                    WHEN 'Q' THEN '第' || substr(d.period, 6) || '季度'
                    WHEN 'H' THEN CASE substr(d.period, 6) WHEN '1' THEN '上半年' ELSE '下半年' END
                    WHEN 'P' THEN '第' || substr(d.period, 6) || '期' ELSE '' END END,
           CASE d.kind WHEN 'COMMUNITY_CHECK_IN' THEN 'Community check-in' WHEN 'CONTACT_POINT' THEN 'Contact points' WHEN 'WORK_MEETING' THEN 'Work meeting'
                WHEN 'COMMITTEE_MEETING' THEN 'Committee meeting' WHEN 'FUND_REPORT' THEN 'Double-high fund report' WHEN 'RECTIFICATION' THEN 'Rectification'
                ELSE 'Event filing' END
           || CASE d.kind
                WHEN 'RECTIFICATION' THEN CASE d.period WHEN 'LEDGERED' THEN ': enter in the ledger' WHEN 'CLOSED' THEN ': close' ELSE ': notify' END
                WHEN 'EVENT_FILING' THEN ': ' || (SELECT f.event FROM graph.event_filing AS f WHERE f.id = d.event_filing_id)
                ELSE ' ' || d.period END
    FROM graph.duty AS d
    CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(done.day ORDER BY done.day) FILTER (WHERE done.day <= duty_on.day), '{}') AS days
        FROM graph.duty_done AS done WHERE done.duty_id = d.id
    ) AS e
    WHERE (d.work_target_id IS NOT NULL OR d.begins_on <= day OR d.kind = 'EVENT_FILING')
      AND (e.days[d.target] IS NOT NULL OR NOT EXISTS (SELECT FROM graph.society AS s WHERE s.id = d.society_id AND s.cancelled_on <= day));
END;
COMMENT ON FUNCTION graph.duty_on IS '应办事项 Each duty as it stood on a day: what was done for it by then, what it lacked, and whether it was late.';
