-- Leading groups of society councils (003): who sits in them and who approved it, what they met about and how they decided.
-- A change of the seats needs approval (003 第六条), so seats belong to a composition that was submitted as a whole; the approved one
-- holds until the next one is approved.

CREATE TABLE graph.leading_group (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    council_term_id bigint NOT NULL REFERENCES graph.council_term,
    status text NOT NULL CHECK (status IN ('DISCUSSED', 'SUBMITTED', 'APPROVED', 'RETURNED', 'EXPIRED')),
    discussed_on date NOT NULL,
    submitted_on date,
    approved_on date,
    returned_on date,
    expired_on date,
    contact_person_id bigint REFERENCES graph.person,
    valid_during daterange NOT NULL GENERATED ALWAYS AS (daterange(discussed_on, expired_on)) STORED,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT leading_group_once_a_term UNIQUE (council_term_id),
    CONSTRAINT leading_group_days_in_order CHECK (
        submitted_on >= discussed_on AND approved_on >= discussed_on AND returned_on >= discussed_on AND expired_on >= discussed_on),
    CONSTRAINT leading_group_status_is_dated CHECK (CASE status
        WHEN 'SUBMITTED' THEN submitted_on IS NOT NULL
        WHEN 'APPROVED' THEN approved_on IS NOT NULL
        WHEN 'RETURNED' THEN returned_on IS NOT NULL
        WHEN 'EXPIRED' THEN expired_on IS NOT NULL
        ELSE true
    END AND (status = 'EXPIRED') = (expired_on IS NOT NULL))
);
CREATE INDEX leading_group_contact_person_id ON graph.leading_group (contact_person_id);
CREATE INDEX leading_group_status ON graph.leading_group (status);
COMMENT ON TABLE graph.leading_group IS '党建工作领导小组 Leading group in a society''s council (003): one for each term of the council, because its term is the council''s (003 第六条).';
COMMENT ON COLUMN graph.leading_group.id IS 'Key.';
COMMENT ON COLUMN graph.leading_group.council_term_id IS '理事会届次 The council''s term, which is the group''s.';
COMMENT ON COLUMN graph.leading_group.status IS '状态 DISCUSSED 已讨论, SUBMITTED 已报批, APPROVED 已批准, RETURNED 已退回, EXPIRED 已届满.';
COMMENT ON COLUMN graph.leading_group.discussed_on IS 'When the party members of the council settled it (003 第五条).';
COMMENT ON COLUMN graph.leading_group.submitted_on IS 'When it, or its latest change, was submitted to the committee.';
COMMENT ON COLUMN graph.leading_group.approved_on IS 'When the committee approved the group for the first time; null while it never did.';
COMMENT ON COLUMN graph.leading_group.returned_on IS 'When the committee returned it, or a change of it, for the last time.';
COMMENT ON COLUMN graph.leading_group.expired_on IS 'First day without the group: its council''s term was over.';
COMMENT ON COLUMN graph.leading_group.contact_person_id IS '学会党建联系人 Who keeps in touch with the committee (003 第九条); null where nobody is named.';
COMMENT ON COLUMN graph.leading_group.valid_during IS 'From the discussion until it expired.';
COMMENT ON COLUMN graph.leading_group.version IS 'Counts changes of the row, from 1.';

CREATE TABLE graph.leading_group_composition (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    leading_group_id bigint NOT NULL REFERENCES graph.leading_group,
    number int NOT NULL CHECK (number > 0),
    status text NOT NULL CHECK (status IN ('SUBMITTED', 'APPROVED', 'RETURNED')),
    submitted_on date NOT NULL,
    decided_on date,
    reason text CHECK (reason <> ''),
    valid_during daterange CHECK (NOT isempty(valid_during)),
    valid_from date GENERATED ALWAYS AS (lower(valid_during)) STORED,
    valid_to date GENERATED ALWAYS AS (upper(valid_during)) STORED,
    version int NOT NULL DEFAULT 1,
    UNIQUE (leading_group_id, number),
    UNIQUE (leading_group_id, id),
    CONSTRAINT leading_group_composition_decision_is_dated CHECK ((status = 'SUBMITTED') = (decided_on IS NULL) AND decided_on >= submitted_on),
    CONSTRAINT leading_group_composition_holds_if_approved CHECK ((status = 'APPROVED') = (valid_during IS NOT NULL)),
    CONSTRAINT leading_group_composition_one_at_a_time EXCLUDE USING gist (leading_group_id WITH =, valid_during WITH &&)
);
CREATE UNIQUE INDEX leading_group_composition_one_submitted ON graph.leading_group_composition (leading_group_id) WHERE status = 'SUBMITTED';
COMMENT ON TABLE graph.leading_group_composition IS '组成人选 Seats of a leading group as submitted as a whole: its establishment (number 1) or a change, each of which needs approval (003 第六条).';
COMMENT ON COLUMN graph.leading_group_composition.id IS 'Key.';
COMMENT ON COLUMN graph.leading_group_composition.leading_group_id IS 'The group.';
COMMENT ON COLUMN graph.leading_group_composition.number IS 'Counts the submissions of the group, from 1.';
COMMENT ON COLUMN graph.leading_group_composition.status IS 'SUBMITTED 已报批, APPROVED 已批准 or RETURNED 已退回.';
COMMENT ON COLUMN graph.leading_group_composition.submitted_on IS 'When it was submitted.';
COMMENT ON COLUMN graph.leading_group_composition.decided_on IS 'When the committee approved or returned it; null while it has not decided.';
COMMENT ON COLUMN graph.leading_group_composition.reason IS 'Why it was changed, or why it was returned; null where nobody said.';
COMMENT ON COLUMN graph.leading_group_composition.valid_during IS 'Days on which these seats hold; null while they are not approved.';
COMMENT ON COLUMN graph.leading_group_composition.valid_from IS 'First day on which they hold; null while they are not approved.';
COMMENT ON COLUMN graph.leading_group_composition.valid_to IS 'First day on which they hold no more; null while they last.';
COMMENT ON COLUMN graph.leading_group_composition.version IS 'Counts changes of the row, from 1.';

CREATE TABLE graph.leading_group_seat (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    composition_id bigint NOT NULL REFERENCES graph.leading_group_composition,
    person_id bigint NOT NULL REFERENCES graph.person,
    role text NOT NULL CHECK (role IN ('LEADER', 'DEPUTY', 'MEMBER')),
    -- So that what belongs to a meeting can be held to seats of the meeting's composition.
    UNIQUE (composition_id, id),
    CONSTRAINT leading_group_seat_once UNIQUE (composition_id, person_id)
);
CREATE UNIQUE INDEX leading_group_seat_one_leader ON graph.leading_group_seat (composition_id) WHERE role = 'LEADER';
CREATE INDEX leading_group_seat_person_id ON graph.leading_group_seat (person_id);
COMMENT ON TABLE graph.leading_group_seat IS '成员 Seat in a leading group; it holds as long as its composition.';
COMMENT ON COLUMN graph.leading_group_seat.id IS 'Key.';
COMMENT ON COLUMN graph.leading_group_seat.composition_id IS 'The composition that it is part of.';
COMMENT ON COLUMN graph.leading_group_seat.person_id IS 'Who sits.';
COMMENT ON COLUMN graph.leading_group_seat.role IS 'LEADER 组长, DEPUTY 副组长 or MEMBER 成员.';

CREATE TABLE graph.leading_group_stage (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    leading_group_id bigint NOT NULL REFERENCES graph.leading_group,
    from_status text CHECK (from_status IN ('DISCUSSED', 'SUBMITTED', 'APPROVED', 'RETURNED', 'EXPIRED')),
    to_status text NOT NULL CHECK (to_status IN ('DISCUSSED', 'SUBMITTED', 'APPROVED', 'RETURNED', 'EXPIRED')),
    moved_on date NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor text NOT NULL CHECK (actor <> ''),
    note text CHECK (note <> '')
);
CREATE INDEX leading_group_stage_leading_group_id ON graph.leading_group_stage (leading_group_id, id);
COMMENT ON TABLE graph.leading_group_stage IS '状态沿革 Every step of a leading group from one status to another; never changed and never removed.';
COMMENT ON COLUMN graph.leading_group_stage.id IS 'Key, in the order of the steps.';
COMMENT ON COLUMN graph.leading_group_stage.leading_group_id IS 'The group.';
COMMENT ON COLUMN graph.leading_group_stage.from_status IS 'Status before; null for the first.';
COMMENT ON COLUMN graph.leading_group_stage.to_status IS 'Status after.';
COMMENT ON COLUMN graph.leading_group_stage.moved_on IS 'The day of the step.';
COMMENT ON COLUMN graph.leading_group_stage.recorded_at IS 'When it was recorded.';
COMMENT ON COLUMN graph.leading_group_stage.actor IS 'Who recorded it, as the caller was known.';
COMMENT ON COLUMN graph.leading_group_stage.note IS 'Why, where somebody said; of a return its reason.';

CREATE TABLE graph.leading_group_local_rule (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    leading_group_id bigint NOT NULL REFERENCES graph.leading_group,
    title text NOT NULL CHECK (title <> ''),
    filed_on date NOT NULL,
    CONSTRAINT leading_group_local_rule_once UNIQUE (leading_group_id, title)
);
COMMENT ON TABLE graph.leading_group_local_rule IS '工作制度备案 Rules that a leading group made for itself and filed with the committee (003 第二十一条).';
COMMENT ON COLUMN graph.leading_group_local_rule.id IS 'Key.';
COMMENT ON COLUMN graph.leading_group_local_rule.leading_group_id IS 'The group.';
COMMENT ON COLUMN graph.leading_group_local_rule.title IS 'Title of the rules.';
COMMENT ON COLUMN graph.leading_group_local_rule.filed_on IS '备案日期 When they were filed.';

CREATE TABLE graph.leading_group_meeting (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    leading_group_id bigint NOT NULL REFERENCES graph.leading_group,
    composition_id bigint NOT NULL,
    held_on date NOT NULL,
    state text NOT NULL CHECK (state IN ('AGENDA', 'QUORATE', 'DECIDED', 'DEFERRED', 'MINUTES_SIGNED')),
    chair_seat_id bigint NOT NULL,
    delegation_reason text CHECK (delegation_reason <> ''),
    minutes_keeper_id bigint REFERENCES graph.person,
    minutes_signed_on date,
    minutes_signer_seat_id bigint,
    version int NOT NULL DEFAULT 1,
    UNIQUE (id, composition_id),
    CONSTRAINT leading_group_meeting_seats_of_the_group FOREIGN KEY (leading_group_id, composition_id) REFERENCES graph.leading_group_composition (leading_group_id, id),
    CONSTRAINT leading_group_meeting_chair_has_a_seat FOREIGN KEY (composition_id, chair_seat_id) REFERENCES graph.leading_group_seat (composition_id, id),
    CONSTRAINT leading_group_meeting_signer_has_a_seat FOREIGN KEY (composition_id, minutes_signer_seat_id) REFERENCES graph.leading_group_seat (composition_id, id),
    CONSTRAINT leading_group_meeting_signature_is_whole CHECK (
        (state = 'MINUTES_SIGNED') = (minutes_signed_on IS NOT NULL) AND (minutes_signed_on IS NULL) = (minutes_signer_seat_id IS NULL)
        AND (minutes_signed_on IS NULL OR minutes_keeper_id IS NOT NULL) AND minutes_signed_on >= held_on)
);
CREATE INDEX leading_group_meeting_leading_group_id ON graph.leading_group_meeting (leading_group_id, held_on);
CREATE INDEX leading_group_meeting_composition_id ON graph.leading_group_meeting (composition_id);
CREATE INDEX leading_group_meeting_minutes_keeper_id ON graph.leading_group_meeting (minutes_keeper_id);
CREATE INDEX leading_group_meeting_held_on ON graph.leading_group_meeting (held_on);
COMMENT ON TABLE graph.leading_group_meeting IS '小组会议 Meeting of a leading group (003 第十五条 to 第二十条).';
COMMENT ON COLUMN graph.leading_group_meeting.id IS 'Key.';
COMMENT ON COLUMN graph.leading_group_meeting.leading_group_id IS 'The group.';
COMMENT ON COLUMN graph.leading_group_meeting.composition_id IS 'The seats that were in effect on the day, which attend and vote.';
COMMENT ON COLUMN graph.leading_group_meeting.held_on IS 'The day.';
COMMENT ON COLUMN graph.leading_group_meeting.state IS '状态 AGENDA 已定议题, QUORATE 到会合规, DECIDED 已议定, DEFERRED 暂缓, MINUTES_SIGNED 记录已签发.';
COMMENT ON COLUMN graph.leading_group_meeting.chair_seat_id IS '主持人 The seat that chairs: the leader''s, or another by delegation (003 第十七条).';
COMMENT ON COLUMN graph.leading_group_meeting.delegation_reason IS 'Why the leader delegated the chairing; null where the leader chairs.';
COMMENT ON COLUMN graph.leading_group_meeting.minutes_keeper_id IS '记录人 Who kept the minutes; null while nobody is named.';
COMMENT ON COLUMN graph.leading_group_meeting.minutes_signed_on IS '签发日期 When the minutes were signed; null while they are not.';
COMMENT ON COLUMN graph.leading_group_meeting.minutes_signer_seat_id IS 'The seat of who signed them: the leader''s (003 第二十条).';
COMMENT ON COLUMN graph.leading_group_meeting.version IS 'Counts changes of the row, from 1.';

CREATE TABLE graph.leading_group_agenda_item (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    meeting_id bigint NOT NULL REFERENCES graph.leading_group_meeting ON DELETE CASCADE,
    position int NOT NULL CHECK (position > 0),
    title text NOT NULL CHECK (title <> ''),
    is_major boolean NOT NULL DEFAULT false,
    state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'ADOPTED', 'REJECTED', 'DEFERRED')),
    votes_for int CHECK (votes_for >= 0),
    votes_against int CHECK (votes_against >= 0),
    votes_abstain int CHECK (votes_abstain >= 0),
    has_major_disagreement boolean NOT NULL DEFAULT false,
    urgent_reason text CHECK (urgent_reason <> ''),
    deferral_reason text CHECK (deferral_reason <> ''),
    UNIQUE (meeting_id, position),
    UNIQUE (meeting_id, id),
    CONSTRAINT leading_group_agenda_item_votes_are_whole CHECK (
        num_nonnulls(votes_for, votes_against, votes_abstain) = CASE WHEN state IN ('ADOPTED', 'REJECTED') THEN 3 ELSE 0 END),
    CONSTRAINT leading_group_agenda_item_disagreement_defers CHECK (
        NOT (has_major_disagreement AND state IN ('ADOPTED', 'REJECTED')) OR urgent_reason IS NOT NULL)
);
COMMENT ON TABLE graph.leading_group_agenda_item IS '议题 Item on the agenda of a meeting and what became of it.';
COMMENT ON COLUMN graph.leading_group_agenda_item.id IS 'Key.';
COMMENT ON COLUMN graph.leading_group_agenda_item.meeting_id IS 'The meeting.';
COMMENT ON COLUMN graph.leading_group_agenda_item.position IS 'Place on the agenda, from 1.';
COMMENT ON COLUMN graph.leading_group_agenda_item.title IS 'What it is about.';
COMMENT ON COLUMN graph.leading_group_agenda_item.is_major IS '三重一大 Whether it is a major decision (003 第十一条).';
COMMENT ON COLUMN graph.leading_group_agenda_item.state IS 'OPEN 待议, ADOPTED 通过, REJECTED 未通过 or DEFERRED 暂缓.';
COMMENT ON COLUMN graph.leading_group_agenda_item.votes_for IS 'Votes for; null where nothing was voted.';
COMMENT ON COLUMN graph.leading_group_agenda_item.votes_against IS 'Votes against; null where nothing was voted.';
COMMENT ON COLUMN graph.leading_group_agenda_item.votes_abstain IS 'Abstentions; null where nothing was voted.';
COMMENT ON COLUMN graph.leading_group_agenda_item.has_major_disagreement IS '重大意见分歧 Whether opinions differed widely, which defers the decision unless it is urgent (003 第十六条).';
COMMENT ON COLUMN graph.leading_group_agenda_item.urgent_reason IS '紧急情况 Why it was decided nevertheless.';
COMMENT ON COLUMN graph.leading_group_agenda_item.deferral_reason IS 'Why it was deferred.';

CREATE TABLE graph.leading_group_attendance (
    meeting_id bigint NOT NULL,
    composition_id bigint NOT NULL,
    seat_id bigint NOT NULL,
    status text NOT NULL CHECK (status IN ('PRESENT', 'EXCUSED', 'ABSENT')),
    PRIMARY KEY (meeting_id, seat_id),
    -- So that a vote can be held to presence.
    UNIQUE (meeting_id, seat_id, status),
    CONSTRAINT leading_group_attendance_meeting FOREIGN KEY (meeting_id, composition_id) REFERENCES graph.leading_group_meeting (id, composition_id) ON DELETE CASCADE,
    CONSTRAINT leading_group_attendance_seat_of_the_group FOREIGN KEY (composition_id, seat_id) REFERENCES graph.leading_group_seat (composition_id, id)
);
CREATE INDEX leading_group_attendance_composition_id ON graph.leading_group_attendance (composition_id, seat_id);
COMMENT ON TABLE graph.leading_group_attendance IS '到会情况 Who of a leading group was at a meeting (003 第十八条).';
COMMENT ON COLUMN graph.leading_group_attendance.meeting_id IS 'The meeting.';
COMMENT ON COLUMN graph.leading_group_attendance.composition_id IS 'The meeting''s composition, which the seat is part of.';
COMMENT ON COLUMN graph.leading_group_attendance.seat_id IS 'The seat.';
COMMENT ON COLUMN graph.leading_group_attendance.status IS 'PRESENT 到会, EXCUSED 请假 or ABSENT 缺席. A written opinion is no presence.';

CREATE TABLE graph.leading_group_voter (
    meeting_id bigint NOT NULL,
    agenda_item_id bigint NOT NULL,
    seat_id bigint NOT NULL,
    attendance text NOT NULL DEFAULT 'PRESENT' CHECK (attendance = 'PRESENT'),
    PRIMARY KEY (meeting_id, agenda_item_id, seat_id),
    CONSTRAINT leading_group_voter_item FOREIGN KEY (meeting_id, agenda_item_id) REFERENCES graph.leading_group_agenda_item (meeting_id, id) ON DELETE CASCADE,
    CONSTRAINT leading_group_voter_is_present FOREIGN KEY (meeting_id, seat_id, attendance) REFERENCES graph.leading_group_attendance (meeting_id, seat_id, status)
);
COMMENT ON TABLE graph.leading_group_voter IS '表决人 Who voted on an item, not how: only who is there may (003 第七条, 第十八条).';
COMMENT ON COLUMN graph.leading_group_voter.meeting_id IS 'The meeting.';
COMMENT ON COLUMN graph.leading_group_voter.agenda_item_id IS 'The item.';
COMMENT ON COLUMN graph.leading_group_voter.seat_id IS 'Who voted.';
COMMENT ON COLUMN graph.leading_group_voter.attendance IS 'Always PRESENT: the key leads to the attendance of who is there.';

CREATE TABLE graph.leading_group_observer (
    meeting_id bigint NOT NULL REFERENCES graph.leading_group_meeting ON DELETE CASCADE,
    person_id bigint NOT NULL REFERENCES graph.person,
    capacity text NOT NULL CHECK (capacity IN ('COUNCIL_CHAIR', 'INVITED')),
    PRIMARY KEY (meeting_id, person_id)
);
CREATE INDEX leading_group_observer_person_id ON graph.leading_group_observer (person_id);
COMMENT ON TABLE graph.leading_group_observer IS '列席人员 Who was asked to sit in without a vote (003 第十五条, 第十九条).';
COMMENT ON COLUMN graph.leading_group_observer.meeting_id IS 'The meeting.';
COMMENT ON COLUMN graph.leading_group_observer.person_id IS 'Who sits in.';
COMMENT ON COLUMN graph.leading_group_observer.capacity IS 'COUNCIL_CHAIR 非中共党员的理事长 or INVITED 指定列席人员.';

CREATE TABLE graph.leading_group_written_opinion (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    meeting_id bigint NOT NULL,
    composition_id bigint NOT NULL,
    agenda_item_id bigint NOT NULL,
    seat_id bigint NOT NULL,
    received_on date NOT NULL,
    opinion text NOT NULL CHECK (opinion <> ''),
    CONSTRAINT leading_group_written_opinion_once UNIQUE (meeting_id, agenda_item_id, seat_id),
    CONSTRAINT leading_group_written_opinion_meeting FOREIGN KEY (meeting_id, composition_id) REFERENCES graph.leading_group_meeting (id, composition_id) ON DELETE CASCADE,
    CONSTRAINT leading_group_written_opinion_item FOREIGN KEY (meeting_id, agenda_item_id) REFERENCES graph.leading_group_agenda_item (meeting_id, id) ON DELETE CASCADE,
    CONSTRAINT leading_group_written_opinion_seat FOREIGN KEY (composition_id, seat_id) REFERENCES graph.leading_group_seat (composition_id, id)
);
CREATE INDEX leading_group_written_opinion_composition_id ON graph.leading_group_written_opinion (composition_id, seat_id);
COMMENT ON TABLE graph.leading_group_written_opinion IS '书面意见 What somebody who cannot come thinks of an item (003 第十八条): neither attendance nor a vote.';
COMMENT ON COLUMN graph.leading_group_written_opinion.id IS 'Key.';
COMMENT ON COLUMN graph.leading_group_written_opinion.meeting_id IS 'The meeting.';
COMMENT ON COLUMN graph.leading_group_written_opinion.composition_id IS 'The meeting''s composition, which the seat is part of.';
COMMENT ON COLUMN graph.leading_group_written_opinion.agenda_item_id IS 'The item.';
COMMENT ON COLUMN graph.leading_group_written_opinion.seat_id IS 'Whose opinion.';
COMMENT ON COLUMN graph.leading_group_written_opinion.received_on IS 'When it was received.';
COMMENT ON COLUMN graph.leading_group_written_opinion.opinion IS 'What it says. Not part of the public contract.';

CREATE TRIGGER count_version BEFORE UPDATE ON graph.leading_group FOR EACH ROW EXECUTE FUNCTION graph.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON graph.leading_group_composition FOR EACH ROW EXECUTE FUNCTION graph.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON graph.leading_group_meeting FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION graph.count_version();
CREATE TRIGGER leading_group_stage_is_kept BEFORE UPDATE OR DELETE ON graph.leading_group_stage FOR EACH ROW EXECUTE FUNCTION graph.refuse_change();
