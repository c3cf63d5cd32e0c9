-- Grain: one row per subject of which something begins or ends in a stretch of days that the star passes over. Run where there is one.
CREATE TEMP TABLE due_subject ON COMMIT DROP AS
SELECT DISTINCT subject, subject_id, after_day
FROM (
    -- Days that come due without a change. Nothing is read where no day passes.
    SELECT 'BRANCH' AS subject, p.branch_id AS subject_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.branch_status AS p ON lower(p.valid_during) > w.after_day AND lower(p.valid_during) <= w.last_day
        OR upper(p.valid_during) > w.after_day AND upper(p.valid_during) <= w.last_day
    UNION ALL
    SELECT 'BRANCH', p.branch_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.branch_category AS p ON lower(p.valid_during) > w.after_day AND lower(p.valid_during) <= w.last_day
        OR upper(p.valid_during) > w.after_day AND upper(p.valid_during) <= w.last_day
    UNION ALL
    SELECT 'BRANCH', p.branch_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.branch AS p ON lower(p.valid_during) > w.after_day AND lower(p.valid_during) <= w.last_day
    UNION ALL
    SELECT 'BRANCH', p.branch_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.branch_society AS p ON lower(p.valid_during) > w.after_day AND lower(p.valid_during) <= w.last_day
        OR upper(p.valid_during) > w.after_day AND upper(p.valid_during) <= w.last_day
    UNION ALL
    SELECT 'BRANCH', p.branch_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.branch_post AS p ON lower(p.valid_during) > w.after_day AND lower(p.valid_during) <= w.last_day
        OR upper(p.valid_during) > w.after_day AND upper(p.valid_during) <= w.last_day
    UNION ALL
    SELECT 'BRANCH', a.branch_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.activity AS a ON a.held_on > w.after_day AND a.held_on <= w.last_day
        OR (a.held_on + interval '1 year')::date > w.after_day AND (a.held_on + interval '1 year')::date <= w.last_day
    UNION ALL
    -- A result that is told from now on is about its year.
    SELECT 'BRANCH', e.branch_id, w.last_day,
           CASE WHEN e.issued_on > w.after_day AND e.issued_on <= w.last_day THEN least(w.after_day, make_date(e.year, 1, 1)) ELSE w.after_day END
    FROM due_window AS w
    JOIN source.assessment AS e ON e.issued_on > w.after_day AND e.issued_on <= w.last_day
        OR make_date(e.year + 1, 1, 1) > w.after_day AND make_date(e.year + 1, 1, 1) <= w.last_day
    UNION ALL
    SELECT 'BRANCH', e.branch_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.assessment_entry AS e ON greatest(e.self_submitted_on, e.supervised_on, e.debriefed_on, e.reviewed_on) > w.after_day
        AND least(e.self_submitted_on, e.supervised_on, e.debriefed_on, e.reviewed_on) <= w.last_day
    UNION ALL
    SELECT 'BRANCH', c.branch_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.bonus_claim AS c ON greatest(c.claimed_on, c.decided_on) > w.after_day AND least(c.claimed_on, c.decided_on) <= w.last_day
    UNION ALL
    SELECT 'BRANCH', f.branch_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.fail_finding AS f ON f.found_on > w.after_day AND f.found_on <= w.last_day OR f.withdrawn_on > w.after_day AND f.withdrawn_on <= w.last_day
    UNION ALL
    SELECT 'BRANCH', p.branch_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.year_plan AS p ON p.planned_on > w.after_day AND p.planned_on <= w.last_day
    UNION ALL
    SELECT 'BRANCH', c.branch_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.check_in AS c ON c.checked_in_on > w.after_day AND c.checked_in_on <= w.last_day
    UNION ALL
    SELECT 'BRANCH', m.branch_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.member AS m ON lower(m.valid_during) > w.after_day AND lower(m.valid_during) <= w.last_day
        OR upper(m.valid_during) > w.after_day AND upper(m.valid_during) <= w.last_day
    UNION ALL
    SELECT CASE WHEN e.branch_id IS NULL THEN 'SOCIETY' ELSE 'BRANCH' END, coalesce(e.branch_id, e.society_id), w.last_day, w.after_day
    FROM due_window AS w
    JOIN source.evidence AS e ON lower(e.valid_during) > w.after_day AND lower(e.valid_during) <= w.last_day
        OR upper(e.valid_during) > w.after_day AND upper(e.valid_during) <= w.last_day
    WHERE num_nonnulls(e.branch_id, e.society_id) > 0
    UNION ALL
    -- Subjects of their own, which no other fact looks at: what is open and whose last day is over, records of days that were to come, and who is no more.
    SELECT 'EVIDENCE_' || f.subject_kind, f.subject_id, w.last_day, w.after_day FROM due_window AS w
    JOIN load_generation AS g ON true
    JOIN dw.fct_evidence_due AS f ON f.generation = g.generation AND f.done = 0 AND f.missing = 0
        AND f.due_key >= to_char(w.after_day, 'YYYYMMDD')::int AND f.due_key < to_char(w.last_day, 'YYYYMMDD')::int
    UNION ALL
    SELECT 'EVIDENCE_' || d.subject_kind, d.subject_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.evidence_deed AS d ON d.held_on > w.after_day AND d.held_on <= w.last_day
    UNION ALL
    SELECT 'EVIDENCE_' || o.subject_kind, o.subject_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.evidence_owner AS o ON EXISTS (SELECT FROM unnest(o.during) AS p (part) WHERE upper(p.part) > w.after_day AND upper(p.part) <= w.last_day)
    UNION ALL
    SELECT CASE WHEN f.branch_id IS NULL THEN 'SOCIETY' ELSE 'BRANCH' END, coalesce(f.branch_id, f.society_id), w.last_day, w.after_day
    FROM due_window AS w
    JOIN source.rectification AS f ON greatest(f.found_on, f.ledgered_on, f.closed_on, f.notified_on, f.due_on + 1) > w.after_day
        AND least(f.found_on, f.ledgered_on, f.closed_on, f.notified_on, f.due_on + 1) <= w.last_day
    UNION ALL
    SELECT 'SOCIETY', f.society_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.event_filing AS f ON greatest(f.held_on, f.filed_on) > w.after_day AND least(f.held_on, f.filed_on) <= w.last_day
    UNION ALL
    SELECT 'SOCIETY', p.society_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.society AS p ON lower(p.valid_during) > w.after_day AND lower(p.valid_during) <= w.last_day
        OR upper(p.valid_during) > w.after_day AND upper(p.valid_during) <= w.last_day
    UNION ALL
    SELECT 'SOCIETY', p.society_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.society_supporting_unit AS p ON lower(p.valid_during) > w.after_day AND lower(p.valid_during) <= w.last_day
        OR upper(p.valid_during) > w.after_day AND upper(p.valid_during) <= w.last_day
    UNION ALL
    SELECT 'SOCIETY', p.society_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.council_post AS p ON lower(p.valid_during) > w.after_day AND lower(p.valid_during) <= w.last_day
        OR upper(p.valid_during) > w.after_day AND upper(p.valid_during) <= w.last_day
    UNION ALL
    SELECT 'SOCIETY', p.society_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.instructor AS p ON lower(p.valid_during) > w.after_day AND lower(p.valid_during) <= w.last_day
        OR upper(p.valid_during) > w.after_day AND upper(p.valid_during) <= w.last_day
    UNION ALL
    SELECT 'SOCIETY', p.society_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.leading_group AS p ON lower(p.valid_during) > w.after_day AND lower(p.valid_during) <= w.last_day
        OR upper(p.valid_during) > w.after_day AND upper(p.valid_during) <= w.last_day
    UNION ALL
    SELECT 'SOCIETY', g.society_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.group_meeting AS g ON g.held_on > w.after_day AND g.held_on <= w.last_day
    UNION ALL
    SELECT 'SOCIETY', p.society_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.ledger_entry AS p ON lower(p.valid_during) > w.after_day AND lower(p.valid_during) <= w.last_day
        OR upper(p.valid_during) > w.after_day AND upper(p.valid_during) <= w.last_day
    UNION ALL
    SELECT 'SOCIETY', p.society_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.uncovered_reason AS p ON lower(p.valid_during) > w.after_day AND lower(p.valid_during) <= w.last_day
        OR upper(p.valid_during) > w.after_day AND upper(p.valid_during) <= w.last_day
    UNION ALL
    SELECT 'COMMITTEE', p.committee_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.committee AS p ON lower(p.valid_during) > w.after_day AND lower(p.valid_during) <= w.last_day
    UNION ALL
    SELECT 'COMMITTEE', p.committee_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.committee_parent AS p ON lower(p.valid_during) > w.after_day AND lower(p.valid_during) <= w.last_day
        OR upper(p.valid_during) > w.after_day AND upper(p.valid_during) <= w.last_day
    UNION ALL
    SELECT 'COMMITTEE_WORK', m.committee_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.committee_meeting AS m ON m.held_on > w.after_day AND m.held_on <= w.last_day
    UNION ALL
    -- Of the targets of the years that pass, progress is counted again.
    SELECT 'COMMITTEE_WORK', t.committee_id, w.last_day, w.after_day FROM due_window AS w
    JOIN source.work_target AS t ON t.year BETWEEN extract(year FROM w.after_day) AND extract(year FROM w.last_day)
) AS due;
