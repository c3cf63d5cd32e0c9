-- The assessment can go a step back with a reason; a branch that hands in nothing blocks nobody; what the graph knows of a society is put
-- to the committee, which confirms or dismisses it; the debrief and the fail rule of a result have names.

ALTER TABLE graph.assessment_stage_event
    -- A stage may be reached again after a step back.
    DROP CONSTRAINT assessment_stage_event_once,
    ADD COLUMN reason text CHECK (reason <> ''),
    ADD COLUMN undone jsonb CHECK (jsonb_typeof(undone) = 'object');
CREATE INDEX assessment_stage_event_entry_id ON graph.assessment_stage_event (entry_id, to_stage);
COMMENT ON COLUMN graph.assessment_stage_event.reason IS 'Why it went back, or on without a self-assessment; null for a usual step on.';
COMMENT ON COLUMN graph.assessment_stage_event.undone IS 'What a step back took away, as it was: scores, ballots, days. Null for a step on. Not part of the public contract.';

ALTER TABLE graph.assessment_entry
    ADD COLUMN not_submitted_on date,
    ADD COLUMN debriefed_by_id bigint REFERENCES graph.person,
    DROP CONSTRAINT assessment_entry_has_what_its_stage_needs,
    ADD CONSTRAINT assessment_entry_has_what_its_stage_needs CHECK (CASE stage
        WHEN 'SELF' THEN true
        WHEN 'SUPERVISED' THEN self_submitted_on IS NOT NULL
        WHEN 'DEBRIEFED' THEN num_nonnulls(self_submitted_on, debriefed_on) = 2
        ELSE reviewed_on IS NOT NULL AND (not_submitted_on IS NOT NULL OR num_nonnulls(self_submitted_on, debriefed_on) = 2)
    END),
    ADD CONSTRAINT assessment_entry_is_submitted_or_not CHECK (num_nonnulls(not_submitted_on, self_submitted_on) <= 1),
    ADD CONSTRAINT assessment_entry_is_debriefed_by_somebody CHECK (debriefed_by_id IS NULL OR debriefed_on IS NOT NULL);
CREATE INDEX assessment_entry_debriefed_by_id ON graph.assessment_entry (debriefed_by_id);
COMMENT ON COLUMN graph.assessment_entry.not_submitted_on IS 'When the committee decided without a self-assessment, because the branch handed none in; null where it did, or may still.';
COMMENT ON COLUMN graph.assessment_entry.debriefed_by_id IS 'The secretary who reported; null before, and where nobody is known.';

ALTER TABLE graph.assessment
    DROP CONSTRAINT assessment_grade_basis_check,
    ADD CONSTRAINT assessment_grade_basis_check CHECK (grade_basis IN ('BAND', 'QUOTA', 'FAIL', 'NOT_SUBMITTED')),
    ADD COLUMN fail_rule text CHECK (fail_rule ~ '^[A-Z][A-Z_]*$'),
    ADD COLUMN fail_clause text CHECK (fail_clause <> ''),
    ADD CONSTRAINT assessment_fails_by_a_rule CHECK (fail_rule IS NULL OR grade_basis = 'FAIL'),
    ADD CONSTRAINT assessment_fail_rule_has_a_clause CHECK ((fail_rule IS NULL) = (fail_clause IS NULL));
COMMENT ON COLUMN graph.assessment.grade_basis IS 'What decided the grade: BAND the score, QUOTA the share of excellent ones, FAIL a fail rule, NOT_SUBMITTED that the branch handed in nothing.';
COMMENT ON COLUMN graph.assessment.fail_rule IS 'Code of the fail rule, the first where several were found; null where none decided, and where it was not kept.';
COMMENT ON COLUMN graph.assessment.fail_clause IS 'Where that rule stands.';

CREATE TABLE graph.dismissed_finding (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entry_id bigint NOT NULL REFERENCES graph.assessment_entry,
    cause text NOT NULL CHECK (cause IN ('SOCIETY_CANCELLED', 'INSPECTION_FAILED', 'VETO')),
    reason text NOT NULL CHECK (reason <> ''),
    dismissed_on date NOT NULL,
    dismissed_by text NOT NULL CHECK (dismissed_by <> ''),
    CONSTRAINT dismissed_finding_once UNIQUE (entry_id, cause)
);
COMMENT ON TABLE graph.dismissed_finding IS '不予认定的情形 What the graph put to a committee as a finding and the committee dismissed.';
COMMENT ON COLUMN graph.dismissed_finding.id IS 'Key.';
COMMENT ON COLUMN graph.dismissed_finding.entry_id IS 'The entry.';
COMMENT ON COLUMN graph.dismissed_finding.cause IS 'What it was: SOCIETY_CANCELLED 社团被撤销或注销, INSPECTION_FAILED 年检不合格, VETO 一票否决.';
COMMENT ON COLUMN graph.dismissed_finding.reason IS 'Why it does not make the branch fail.';
COMMENT ON COLUMN graph.dismissed_finding.dismissed_on IS 'When.';
COMMENT ON COLUMN graph.dismissed_finding.dismissed_by IS 'Who, as the caller was known.';

-- Meetings of leading groups: one without a quorum is kept as such, and an item that was put off leads to where it was decided.
ALTER TABLE graph.leading_group_meeting
    DROP CONSTRAINT leading_group_meeting_state_check,
    ADD CONSTRAINT leading_group_meeting_state_check CHECK (state IN ('AGENDA', 'QUORATE', 'INQUORATE', 'DECIDED', 'DEFERRED', 'MINUTES_SIGNED'));
COMMENT ON COLUMN graph.leading_group_meeting.state IS '状态 AGENDA 已定议题, QUORATE 到会合规, INQUORATE 流会, DECIDED 已议定, DEFERRED 暂缓, MINUTES_SIGNED 记录已签发.';
ALTER TABLE graph.leading_group_agenda_item
    ADD COLUMN continues_id bigint REFERENCES graph.leading_group_agenda_item,
    ADD CONSTRAINT leading_group_agenda_item_continued_once UNIQUE (continues_id);
COMMENT ON COLUMN graph.leading_group_agenda_item.continues_id IS 'The item of an earlier meeting that was deferred, or not reached for want of a quorum, and comes again here; null for a new one.';

-- A group that was discussed anew was one from its first discussion on: a later discussion must not take it away from the days before.
ALTER TABLE graph.leading_group
    ADD COLUMN discussed_anew_on date,
    DROP CONSTRAINT leading_group_days_in_order,
    ADD CONSTRAINT leading_group_days_in_order CHECK (
        discussed_anew_on > discussed_on AND submitted_on >= coalesce(discussed_anew_on, discussed_on)
        AND approved_on >= coalesce(discussed_anew_on, discussed_on) AND expired_on >= discussed_on);
COMMENT ON COLUMN graph.leading_group.discussed_on IS 'When the party members of the council first settled it (003 第五条).';
COMMENT ON COLUMN graph.leading_group.discussed_anew_on IS 'When they settled it again after the committee had returned it, for the last time; null where they did not.';
COMMENT ON COLUMN graph.leading_group.returned_on IS 'When the committee returned it, or a change of it, for the last time; before discussed_anew_on where it was discussed anew since.';
UPDATE graph.leading_group AS g SET discussed_anew_on = g.discussed_on, discussed_on = s.first_on
FROM (SELECT leading_group_id, min(moved_on) AS first_on FROM graph.leading_group_stage WHERE to_status = 'DISCUSSED' GROUP BY leading_group_id) AS s
WHERE s.leading_group_id = g.id AND s.first_on < g.discussed_on;
