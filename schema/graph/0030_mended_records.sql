-- Slips and their repairs: what a record was before somebody corrected, moved or voided it, with the reason. The live row says what holds;
-- one that is void is gone from its table, so that no count, duty or figure has to know of it.

CREATE TABLE graph.mended_record (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('ACTIVITY', 'YEAR_PLAN', 'CHECK_IN', 'COMMITTEE_MEETING', 'FUND_REPORT', 'EVENT_FILING', 'LEDGER_ENTRY', 'DUES_PAYMENT',
                                       'BONUS_CLAIM', 'LEADING_GROUP_MEETING')),
    record_id bigint NOT NULL,
    committee_id bigint NOT NULL REFERENCES graph.committee,
    society_id bigint REFERENCES graph.society ON DELETE CASCADE,
    branch_id bigint REFERENCES graph.branch ON DELETE CASCADE,
    action text NOT NULL CHECK (action IN ('CORRECTED', 'MOVED', 'VOIDED')),
    before jsonb NOT NULL CHECK (jsonb_typeof(before) = 'object'),
    after jsonb CHECK (jsonb_typeof(after) = 'object'),
    reason text NOT NULL CHECK (reason <> ''),
    changed_by text NOT NULL CHECK (changed_by <> ''),
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    changed_on date NOT NULL,
    activity_id bigint GENERATED ALWAYS AS (CASE WHEN kind = 'ACTIVITY' THEN record_id END) STORED,
    year_plan_id bigint GENERATED ALWAYS AS (CASE WHEN kind = 'YEAR_PLAN' THEN record_id END) STORED,
    check_in_id bigint GENERATED ALWAYS AS (CASE WHEN kind = 'CHECK_IN' THEN record_id END) STORED,
    committee_meeting_id bigint GENERATED ALWAYS AS (CASE WHEN kind = 'COMMITTEE_MEETING' THEN record_id END) STORED,
    fund_report_id bigint GENERATED ALWAYS AS (CASE WHEN kind = 'FUND_REPORT' THEN record_id END) STORED,
    event_filing_id bigint GENERATED ALWAYS AS (CASE WHEN kind = 'EVENT_FILING' THEN record_id END) STORED,
    ledger_entry_id bigint GENERATED ALWAYS AS (CASE WHEN kind = 'LEDGER_ENTRY' THEN record_id END) STORED,
    bonus_claim_id bigint GENERATED ALWAYS AS (CASE WHEN kind = 'BONUS_CLAIM' THEN record_id END) STORED,
    leading_group_meeting_id bigint GENERATED ALWAYS AS (CASE WHEN kind = 'LEADING_GROUP_MEETING' THEN record_id END) STORED,
    CONSTRAINT mended_record_void_is_the_end CHECK ((action = 'VOIDED') = (after IS NULL))
);
CREATE UNIQUE INDEX mended_record_void_once ON graph.mended_record (kind, record_id) WHERE action = 'VOIDED';
CREATE INDEX mended_record_committee_id ON graph.mended_record (committee_id);
CREATE INDEX mended_record_society_id ON graph.mended_record (society_id);
CREATE INDEX mended_record_branch_id ON graph.mended_record (branch_id);
CREATE INDEX mended_record_activity_id ON graph.mended_record (activity_id) WHERE activity_id IS NOT NULL;
CREATE INDEX mended_record_year_plan_id ON graph.mended_record (year_plan_id) WHERE year_plan_id IS NOT NULL;
CREATE INDEX mended_record_check_in_id ON graph.mended_record (check_in_id) WHERE check_in_id IS NOT NULL;
CREATE INDEX mended_record_committee_meeting_id ON graph.mended_record (committee_meeting_id) WHERE committee_meeting_id IS NOT NULL;
CREATE INDEX mended_record_fund_report_id ON graph.mended_record (fund_report_id) WHERE fund_report_id IS NOT NULL;
CREATE INDEX mended_record_event_filing_id ON graph.mended_record (event_filing_id) WHERE event_filing_id IS NOT NULL;
CREATE INDEX mended_record_ledger_entry_id ON graph.mended_record (ledger_entry_id) WHERE ledger_entry_id IS NOT NULL;
CREATE INDEX mended_record_bonus_claim_id ON graph.mended_record (bonus_claim_id) WHERE bonus_claim_id IS NOT NULL;
CREATE INDEX mended_record_leading_group_meeting_id ON graph.mended_record (leading_group_meeting_id) WHERE leading_group_meeting_id IS NOT NULL;
COMMENT ON TABLE graph.mended_record IS '修订记录 What records were before they were corrected, moved or voided: a row per repair; never changed and never removed by anybody.';
COMMENT ON COLUMN graph.mended_record.id IS 'Key, in the order of the repairs.';
COMMENT ON COLUMN graph.mended_record.kind IS 'ACTIVITY 活动, YEAR_PLAN 年度计划和总结, CHECK_IN 社区报到, COMMITTEE_MEETING 党委会议, FUND_REPORT 双高资金季报, EVENT_FILING 论坛报备, LEDGER_ENTRY 台账登记, DUES_PAYMENT 党费, BONUS_CLAIM 加分申报, LEADING_GROUP_MEETING 小组会议.';
COMMENT ON COLUMN graph.mended_record.record_id IS 'Key of the record in its table; without a foreign key, for one that is void stands there no more.';
COMMENT ON COLUMN graph.mended_record.committee_id IS 'The committee whose record it is: of a branch or society the one above it at the time.';
COMMENT ON COLUMN graph.mended_record.society_id IS 'The society, where it is a record of one.';
COMMENT ON COLUMN graph.mended_record.branch_id IS 'The party organization, where it is a record of one.';
COMMENT ON COLUMN graph.mended_record.action IS 'CORRECTED 更正, MOVED 改期, VOIDED 作废.';
COMMENT ON COLUMN graph.mended_record.before IS 'The whole row as it was, with the rows that belong to it as arrays: attendance, duties, agenda and the like.';
COMMENT ON COLUMN graph.mended_record.after IS 'The same after it; null where the record is void.';
COMMENT ON COLUMN graph.mended_record.reason IS 'Why.';
COMMENT ON COLUMN graph.mended_record.changed_by IS 'Who, as the caller was known.';
COMMENT ON COLUMN graph.mended_record.changed_at IS 'When.';
COMMENT ON COLUMN graph.mended_record.changed_on IS 'The day of it in Beijing.';
COMMENT ON COLUMN graph.mended_record.activity_id IS 'record_id of an activity.';
COMMENT ON COLUMN graph.mended_record.year_plan_id IS 'record_id of a plan and summary.';
COMMENT ON COLUMN graph.mended_record.check_in_id IS 'record_id of a check-in.';
COMMENT ON COLUMN graph.mended_record.committee_meeting_id IS 'record_id of a committee''s meeting.';
COMMENT ON COLUMN graph.mended_record.fund_report_id IS 'record_id of a fund report.';
COMMENT ON COLUMN graph.mended_record.event_filing_id IS 'record_id of a filing.';
COMMENT ON COLUMN graph.mended_record.ledger_entry_id IS 'record_id of a ledger''s entry.';
COMMENT ON COLUMN graph.mended_record.bonus_claim_id IS 'record_id of a bonus claim.';
COMMENT ON COLUMN graph.mended_record.leading_group_meeting_id IS 'record_id of a leading group''s meeting.';

-- Names that branches and committees had, or under which lists know them, as societies have them already.
CREATE TABLE graph.branch_alias (
    branch_id bigint NOT NULL REFERENCES graph.branch ON DELETE CASCADE,
    alias text NOT NULL CHECK (alias <> ''),
    reason text CHECK (reason <> ''),
    PRIMARY KEY (branch_id, alias)
);
CREATE INDEX branch_alias_alias ON graph.branch_alias (alias);
COMMENT ON TABLE graph.branch_alias IS '曾用名 Other names under which a party organization appears; a list that uses one finds it.';
COMMENT ON COLUMN graph.branch_alias.branch_id IS 'The party organization.';
COMMENT ON COLUMN graph.branch_alias.alias IS 'The other name, as it appears.';
COMMENT ON COLUMN graph.branch_alias.reason IS 'Where it appears or why it differs; null where nobody said.';

CREATE TABLE graph.committee_alias (
    committee_id bigint NOT NULL REFERENCES graph.committee ON DELETE CASCADE,
    alias text NOT NULL CHECK (alias <> ''),
    reason text CHECK (reason <> ''),
    PRIMARY KEY (committee_id, alias)
);
CREATE INDEX committee_alias_alias ON graph.committee_alias (alias);
COMMENT ON TABLE graph.committee_alias IS '曾用名 Other names under which a committee appears.';
COMMENT ON COLUMN graph.committee_alias.committee_id IS 'The committee.';
COMMENT ON COLUMN graph.committee_alias.alias IS 'The other name, as it appears.';
COMMENT ON COLUMN graph.committee_alias.reason IS 'Where it appears or why it differs; null where nobody said.';

ALTER TABLE graph.committee ADD COLUMN version int NOT NULL DEFAULT 1;
COMMENT ON COLUMN graph.committee.version IS 'Counts changes of the row, from 1.';
