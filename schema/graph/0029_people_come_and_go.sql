-- Memberships end, and some are taken back. Posts say whether their holder was sent from above.

CREATE TABLE graph.ended_membership (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    member_id bigint NOT NULL REFERENCES graph.member ON DELETE CASCADE,
    reason text NOT NULL CHECK (reason IN ('DECEASED', 'LEFT', 'EXPELLED', 'UNFIT', 'MOVED_AWAY', 'ENTERED_IN_ERROR')),
    ended_on date NOT NULL,
    note text CHECK (note <> ''),
    restored_on date,
    restored_reason text CHECK (restored_reason <> ''),
    is_open boolean NOT NULL GENERATED ALWAYS AS (restored_on IS NULL) STORED,
    CONSTRAINT ended_membership_in_order CHECK (ended_on <= restored_on),
    CONSTRAINT ended_membership_one_at_a_time EXCLUDE USING gist (member_id WITH =, daterange(ended_on, restored_on) WITH &&)
);
CREATE INDEX ended_membership_member_id ON graph.ended_membership (member_id);
CREATE INDEX ended_membership_restored ON graph.ended_membership (member_id) INCLUDE (ended_on, restored_on) WHERE restored_on > ended_on;
COMMENT ON TABLE graph.ended_membership IS '党籍终止 Ends of memberships: those that stand, and those that were taken back.';
COMMENT ON COLUMN graph.ended_membership.id IS 'Key.';
COMMENT ON COLUMN graph.ended_membership.member_id IS 'The member.';
COMMENT ON COLUMN graph.ended_membership.reason IS 'DECEASED 去世, LEFT 退党, EXPELLED 开除党籍, UNFIT 处置不合格党员 (002 §5), MOVED_AWAY 转出或停止党籍, ENTERED_IN_ERROR 录入有误 (it never was a membership).';
COMMENT ON COLUMN graph.ended_membership.ended_on IS 'First day without it.';
COMMENT ON COLUMN graph.ended_membership.note IS 'What else is to be said; null where nothing was.';
COMMENT ON COLUMN graph.ended_membership.restored_on IS 'First day as a member again: the day of the end itself where that was a mistake. Null while it stands.';
COMMENT ON COLUMN graph.ended_membership.restored_reason IS 'Why it was restored.';
COMMENT ON COLUMN graph.ended_membership.is_open IS 'Whether it stands.';

-- What holds today stands on the member, so that whoever counts members looks at one table; graph.member_show_end keeps it.
ALTER TABLE graph.member
    ADD COLUMN ended_on date,
    ADD COLUMN is_present boolean NOT NULL GENERATED ALWAYS AS (ended_on IS NULL) STORED;
COMMENT ON COLUMN graph.member.ended_on IS 'First day on which it counts no longer; -infinity where it was entered in error and never counted. Null while the membership lasts.';
COMMENT ON COLUMN graph.member.is_present IS 'Whether the membership lasts.';
COMMENT ON COLUMN graph.member.branch_id IS 'The branch that the member belongs to today, or belonged to when its membership ended.';

ALTER TABLE graph.appointment
    ADD COLUMN sent_from_above boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT appointment_sent_to_a_branch CHECK (NOT sent_from_above OR branch_id IS NOT NULL);
COMMENT ON COLUMN graph.appointment.sent_from_above IS '上级选派 Whether the party organization above sent the holder, who need not be a member of the branch (002 §3).';
