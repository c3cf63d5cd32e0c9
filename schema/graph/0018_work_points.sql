-- The year's work of a committee: what is planned and due (001), and what was done. What was done stands in its own tables; whether
-- a duty is fulfilled is read off them by graph.duty_state, never kept twice.

CREATE TABLE graph.work_target (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    committee_id bigint NOT NULL REFERENCES graph.committee,
    kind text NOT NULL CHECK (kind IN ('COMMUNITY_CHECK_IN', 'CONTACT_POINT', 'WORK_MEETING', 'COMMITTEE_MEETING', 'FUND_REPORT')),
    year int NOT NULL CHECK (year BETWEEN 1949 AND 2099),
    target int NOT NULL CHECK (target >= 0),
    due_on date NOT NULL,
    clause text NOT NULL CHECK (clause <> ''),
    version int NOT NULL DEFAULT 1,
    CONSTRAINT work_target_once UNIQUE (committee_id, year, kind)
);
COMMENT ON TABLE graph.work_target IS '年度目标 What a committee means to reach in a year.';
COMMENT ON COLUMN graph.work_target.id IS 'Key.';
COMMENT ON COLUMN graph.work_target.committee_id IS 'The committee.';
COMMENT ON COLUMN graph.work_target.kind IS 'COMMUNITY_CHECK_IN 社区报到, CONTACT_POINT 党建联系点, WORK_MEETING 党建工作例会, COMMITTEE_MEETING 党委会, FUND_REPORT 双高资金季报.';
COMMENT ON COLUMN graph.work_target.year IS 'The year.';
COMMENT ON COLUMN graph.work_target.target IS 'How many: branches that check in, branches that are guided, meetings, reports.';
COMMENT ON COLUMN graph.work_target.due_on IS 'Last day to reach it.';
COMMENT ON COLUMN graph.work_target.clause IS 'Where it is asked for.';
COMMENT ON COLUMN graph.work_target.version IS 'Counts changes of the row, from 1.';

CREATE TABLE graph.community_check_in (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    branch_id bigint NOT NULL REFERENCES graph.branch,
    community text NOT NULL CHECK (community <> ''),
    checked_in_on date NOT NULL,
    service text CHECK (service <> ''),
    version int NOT NULL DEFAULT 1,
    CONSTRAINT community_check_in_once UNIQUE (branch_id, checked_in_on, community)
);
COMMENT ON TABLE graph.community_check_in IS '社区报到 A party organization that checked in to a community (001 §12).';
COMMENT ON COLUMN graph.community_check_in.id IS 'Key.';
COMMENT ON COLUMN graph.community_check_in.branch_id IS 'The party organization.';
COMMENT ON COLUMN graph.community_check_in.community IS 'Name of the community.';
COMMENT ON COLUMN graph.community_check_in.checked_in_on IS 'Day.';
COMMENT ON COLUMN graph.community_check_in.service IS 'What it did or offered there; null where it is not stated.';
COMMENT ON COLUMN graph.community_check_in.version IS 'Counts changes of the row, from 1.';

CREATE TABLE graph.contact_point (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    committee_id bigint NOT NULL REFERENCES graph.committee,
    person_id bigint NOT NULL REFERENCES graph.person,
    branch_id bigint NOT NULL REFERENCES graph.branch,
    valid_during daterange NOT NULL CHECK (NOT isempty(valid_during) AND NOT lower_inf(valid_during)),
    valid_from date GENERATED ALWAYS AS (lower(valid_during)) STORED,
    valid_to date GENERATED ALWAYS AS (upper(valid_during)) STORED,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT contact_point_once EXCLUDE USING gist (person_id WITH =, branch_id WITH =, valid_during WITH &&)
);
CREATE INDEX contact_point_committee_id ON graph.contact_point (committee_id, person_id) INCLUDE (valid_during, branch_id);
CREATE INDEX contact_point_person_id ON graph.contact_point (person_id);
CREATE INDEX contact_point_branch_id ON graph.contact_point (branch_id) INCLUDE (valid_during);
COMMENT ON TABLE graph.contact_point IS '基层党建联系点 Branches that a committee member guides, over time (001 §15, §16).';
COMMENT ON COLUMN graph.contact_point.id IS 'Key.';
COMMENT ON COLUMN graph.contact_point.committee_id IS 'The committee.';
COMMENT ON COLUMN graph.contact_point.person_id IS 'Its member.';
COMMENT ON COLUMN graph.contact_point.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.contact_point.valid_during IS 'Days on which this holds.';
COMMENT ON COLUMN graph.contact_point.valid_from IS 'First day.';
COMMENT ON COLUMN graph.contact_point.valid_to IS 'First day after it; null while it lasts.';
COMMENT ON COLUMN graph.contact_point.version IS 'Counts changes of the row, from 1.';

CREATE TABLE graph.committee_meeting (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    committee_id bigint NOT NULL REFERENCES graph.committee,
    kind text NOT NULL CHECK (kind IN ('WORK_MEETING', 'COMMITTEE_MEETING', 'STUDY')),
    held_on date NOT NULL,
    subject text NOT NULL CHECK (subject <> ''),
    version int NOT NULL DEFAULT 1,
    CONSTRAINT committee_meeting_once UNIQUE (committee_id, kind, held_on)
);
COMMENT ON TABLE graph.committee_meeting IS '党委会议 Meetings of a committee (001 §16).';
COMMENT ON COLUMN graph.committee_meeting.id IS 'Key.';
COMMENT ON COLUMN graph.committee_meeting.committee_id IS 'The committee.';
COMMENT ON COLUMN graph.committee_meeting.kind IS 'WORK_MEETING 党建工作例会, COMMITTEE_MEETING 党委会, STUDY 理论学习中心组学习.';
COMMENT ON COLUMN graph.committee_meeting.held_on IS 'Day.';
COMMENT ON COLUMN graph.committee_meeting.subject IS 'What it was about.';
COMMENT ON COLUMN graph.committee_meeting.version IS 'Counts changes of the row, from 1.';

CREATE TABLE graph.fund_report (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    society_id bigint NOT NULL REFERENCES graph.society,
    branch_id bigint REFERENCES graph.branch,
    period text NOT NULL CHECK (period ~ '^[0-9]{4}([QHP][1-9][0-9]?)?$'),
    submitted_on date NOT NULL,
    summary text CHECK (summary <> ''),
    version int NOT NULL DEFAULT 1,
    CONSTRAINT fund_report_once UNIQUE (society_id, period)
);
CREATE INDEX fund_report_branch_id ON graph.fund_report (branch_id);
COMMENT ON TABLE graph.fund_report IS '双高资金季报 Report on the double-high fund of a society for one period (001 §11).';
COMMENT ON COLUMN graph.fund_report.id IS 'Key.';
COMMENT ON COLUMN graph.fund_report.society_id IS 'The society.';
COMMENT ON COLUMN graph.fund_report.branch_id IS 'The branch that reports for it; null where the society does.';
COMMENT ON COLUMN graph.fund_report.period IS '2023Q1 for a quarter, 2023H1 for a half-year, 2023 for a year, 2023P1 for another part of it.';
COMMENT ON COLUMN graph.fund_report.submitted_on IS 'Day on which it came.';
COMMENT ON COLUMN graph.fund_report.summary IS 'What it says, in short; null where nobody noted it.';
COMMENT ON COLUMN graph.fund_report.version IS 'Counts changes of the row, from 1.';

CREATE TABLE graph.rectification (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    committee_id bigint NOT NULL REFERENCES graph.committee,
    society_id bigint REFERENCES graph.society,
    branch_id bigint REFERENCES graph.branch,
    problem text NOT NULL CHECK (problem <> ''),
    found_on date NOT NULL,
    stage text NOT NULL DEFAULT 'FOUND' CHECK (stage IN ('FOUND', 'LEDGERED', 'CLOSED', 'NOTIFIED')),
    version int NOT NULL DEFAULT 1,
    CONSTRAINT rectification_of_one CHECK (num_nonnulls(society_id, branch_id) = 1)
);
CREATE INDEX rectification_committee_id ON graph.rectification (committee_id, stage);
CREATE INDEX rectification_society_id ON graph.rectification (society_id);
CREATE INDEX rectification_branch_id ON graph.rectification (branch_id);
CREATE INDEX rectification_in_stage ON graph.rectification (stage, id);
CREATE INDEX rectification_found_on ON graph.rectification (found_on, id);
COMMENT ON TABLE graph.rectification IS '整改 A problem that an inspection found in a society or branch, from found to notified (001 §7).';
COMMENT ON COLUMN graph.rectification.id IS 'Key.';
COMMENT ON COLUMN graph.rectification.committee_id IS 'The committee that inspects.';
COMMENT ON COLUMN graph.rectification.society_id IS 'The society, where the problem is one of it.';
COMMENT ON COLUMN graph.rectification.branch_id IS 'The branch, where the problem is one of it.';
COMMENT ON COLUMN graph.rectification.problem IS 'What is wrong.';
COMMENT ON COLUMN graph.rectification.found_on IS 'Day on which it was found.';
COMMENT ON COLUMN graph.rectification.stage IS '阶段 FOUND 发现, LEDGERED 建账, CLOSED 办结, NOTIFIED 通报: the last one of graph.rectification_stage, kept by its trigger.';
COMMENT ON COLUMN graph.rectification.version IS 'Counts changes of the row, from 1.';

CREATE TABLE graph.rectification_stage (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rectification_id bigint NOT NULL REFERENCES graph.rectification,
    from_stage text CHECK (from_stage IN ('FOUND', 'LEDGERED', 'CLOSED')),
    to_stage text NOT NULL CHECK (to_stage IN ('FOUND', 'LEDGERED', 'CLOSED', 'NOTIFIED')),
    moved_on date NOT NULL,
    note text CHECK (note <> ''),
    actor text NOT NULL CHECK (actor <> ''),
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT rectification_stage_in_order CHECK (CASE to_stage WHEN 'FOUND' THEN from_stage IS NULL WHEN 'LEDGERED' THEN from_stage = 'FOUND'
        WHEN 'CLOSED' THEN from_stage = 'LEDGERED' ELSE from_stage = 'CLOSED' END AND (to_stage = 'FOUND' OR from_stage IS NOT NULL)),
    CONSTRAINT rectification_stage_once UNIQUE (rectification_id, to_stage),
    CONSTRAINT rectification_stage_follows FOREIGN KEY (rectification_id, from_stage) REFERENCES graph.rectification_stage (rectification_id, to_stage)
);
COMMENT ON TABLE graph.rectification_stage IS '整改阶段 Who moved a rectification on, when, from what to what; kept for ever.';
COMMENT ON COLUMN graph.rectification_stage.id IS 'Key.';
COMMENT ON COLUMN graph.rectification_stage.rectification_id IS 'The rectification.';
COMMENT ON COLUMN graph.rectification_stage.from_stage IS 'Stage before; null at the beginning.';
COMMENT ON COLUMN graph.rectification_stage.to_stage IS 'Stage from then on.';
COMMENT ON COLUMN graph.rectification_stage.moved_on IS 'Day on which it was done.';
COMMENT ON COLUMN graph.rectification_stage.note IS 'What was done, in words; null where nobody said.';
COMMENT ON COLUMN graph.rectification_stage.actor IS 'Who recorded it, as the caller was known.';
COMMENT ON COLUMN graph.rectification_stage.recorded_at IS 'When it was recorded.';

CREATE FUNCTION graph.rectification_take_stage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE graph.rectification SET stage = NEW.to_stage WHERE id = NEW.rectification_id AND stage <> NEW.to_stage;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.rectification_take_stage IS 'The stage of a rectification is the last one of its history.';
CREATE TRIGGER rectification_take_stage AFTER INSERT ON graph.rectification_stage FOR EACH ROW EXECUTE FUNCTION graph.rectification_take_stage();
CREATE TRIGGER rectification_stage_is_kept BEFORE UPDATE OR DELETE ON graph.rectification_stage FOR EACH ROW EXECUTE FUNCTION graph.refuse_change();

CREATE TABLE graph.event_filing (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    society_id bigint NOT NULL REFERENCES graph.society,
    event text NOT NULL CHECK (event <> ''),
    held_on date NOT NULL,
    filed_on date,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT event_filing_once UNIQUE (society_id, held_on, event)
);
COMMENT ON TABLE graph.event_filing IS '论坛报备 A forum or lecture of a society and its filing (001 §4, 004 政治建设-4).';
COMMENT ON COLUMN graph.event_filing.id IS 'Key.';
COMMENT ON COLUMN graph.event_filing.society_id IS 'The society.';
COMMENT ON COLUMN graph.event_filing.event IS 'Its title.';
COMMENT ON COLUMN graph.event_filing.held_on IS 'Day on which it is held.';
COMMENT ON COLUMN graph.event_filing.filed_on IS 'Day on which it was filed; null where it was not.';
COMMENT ON COLUMN graph.event_filing.version IS 'Counts changes of the row, from 1.';

CREATE TABLE graph.duty (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('COMMUNITY_CHECK_IN', 'CONTACT_POINT', 'WORK_MEETING', 'COMMITTEE_MEETING', 'FUND_REPORT', 'RECTIFICATION', 'EVENT_FILING')),
    committee_id bigint NOT NULL REFERENCES graph.committee,
    work_target_id bigint REFERENCES graph.work_target,
    person_id bigint REFERENCES graph.person,
    society_id bigint REFERENCES graph.society,
    rectification_id bigint REFERENCES graph.rectification,
    event_filing_id bigint REFERENCES graph.event_filing,
    period text NOT NULL CHECK (period <> ''),
    begins_on date NOT NULL,
    ends_on date NOT NULL,
    due_on date NOT NULL,
    target int NOT NULL CHECK (target > 0),
    clause text NOT NULL CHECK (clause <> ''),
    CHECK (begins_on < ends_on),
    CONSTRAINT duty_once UNIQUE NULLS NOT DISTINCT (committee_id, kind, period, person_id, society_id, rectification_id, event_filing_id),
    CONSTRAINT duty_has_its_subject CHECK (CASE kind
        WHEN 'CONTACT_POINT' THEN person_id IS NOT NULL AND work_target_id IS NOT NULL AND num_nonnulls(society_id, rectification_id, event_filing_id) = 0
        WHEN 'FUND_REPORT' THEN society_id IS NOT NULL AND work_target_id IS NOT NULL AND num_nonnulls(person_id, rectification_id, event_filing_id) = 0
        WHEN 'RECTIFICATION' THEN rectification_id IS NOT NULL AND num_nonnulls(work_target_id, person_id, event_filing_id) = 0
        WHEN 'EVENT_FILING' THEN event_filing_id IS NOT NULL AND num_nonnulls(work_target_id, person_id, rectification_id) = 0
        ELSE work_target_id IS NOT NULL AND num_nonnulls(person_id, society_id, rectification_id, event_filing_id) = 0 END)
);
CREATE INDEX duty_due_on ON graph.duty (due_on, id);
CREATE INDEX duty_kind ON graph.duty (kind, due_on);
CREATE INDEX duty_committee_due_on ON graph.duty (committee_id, due_on);
CREATE INDEX duty_work_target_id ON graph.duty (work_target_id);
CREATE INDEX duty_person_id ON graph.duty (person_id);
CREATE INDEX duty_society_id ON graph.duty (society_id);
CREATE INDEX duty_rectification_id ON graph.duty (rectification_id);
CREATE INDEX duty_event_filing_id ON graph.duty (event_filing_id);
COMMENT ON TABLE graph.duty IS '应办事项 One row per thing that is due by a day.';
COMMENT ON COLUMN graph.duty.id IS 'Key.';
COMMENT ON COLUMN graph.duty.kind IS 'As in graph.work_target, or RECTIFICATION 整改 (one row per stage to reach), or EVENT_FILING 论坛报备.';
COMMENT ON COLUMN graph.duty.committee_id IS 'The committee to which it is due.';
COMMENT ON COLUMN graph.duty.work_target_id IS 'The year''s target that it is a part of; null for what no plan makes.';
COMMENT ON COLUMN graph.duty.person_id IS 'The committee member, for CONTACT_POINT.';
COMMENT ON COLUMN graph.duty.society_id IS 'The society, where it is due from one.';
COMMENT ON COLUMN graph.duty.rectification_id IS 'The rectification, for RECTIFICATION.';
COMMENT ON COLUMN graph.duty.event_filing_id IS 'The event, for EVENT_FILING.';
COMMENT ON COLUMN graph.duty.period IS '2023, 2023Q1 and the like; the stage to reach for RECTIFICATION; the event''s day for EVENT_FILING.';
COMMENT ON COLUMN graph.duty.begins_on IS 'First day on which what is done counts.';
COMMENT ON COLUMN graph.duty.ends_on IS 'First day on which it counts no longer.';
COMMENT ON COLUMN graph.duty.due_on IS 'Last day in time.';
COMMENT ON COLUMN graph.duty.target IS 'How many are due.';
COMMENT ON COLUMN graph.duty.clause IS 'Where it is asked for.';

CREATE VIEW graph.duty_state AS
SELECT d.id, d.kind, d.committee_id, d.person_id, d.society_id, d.rectification_id, d.event_filing_id, d.period, d.due_on, d.target, d.clause,
       cardinality(e.days) AS progress, e.days[d.target] AS done_on, d.work_target_id,
       CASE WHEN e.days[d.target] <= least(d.due_on, current_date) THEN 'DONE' WHEN e.days[d.target] <= current_date THEN 'DONE_LATE'
            WHEN d.due_on < current_date THEN 'LATE' ELSE 'DUE' END AS state
FROM graph.duty AS d
CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(done.day ORDER BY done.day), '{}') AS days
    FROM (
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
    ) AS done
) AS e;
COMMENT ON VIEW graph.duty_state IS '应办事项 Each duty with what was done for it; late on a day is what is due before it and not done by then.';
COMMENT ON COLUMN graph.duty_state.id IS 'Key of the duty.';
COMMENT ON COLUMN graph.duty_state.kind IS 'As in graph.duty.';
COMMENT ON COLUMN graph.duty_state.committee_id IS 'As in graph.duty.';
COMMENT ON COLUMN graph.duty_state.person_id IS 'As in graph.duty.';
COMMENT ON COLUMN graph.duty_state.society_id IS 'As in graph.duty.';
COMMENT ON COLUMN graph.duty_state.rectification_id IS 'As in graph.duty.';
COMMENT ON COLUMN graph.duty_state.event_filing_id IS 'As in graph.duty.';
COMMENT ON COLUMN graph.duty_state.period IS 'As in graph.duty.';
COMMENT ON COLUMN graph.duty_state.due_on IS 'As in graph.duty.';
COMMENT ON COLUMN graph.duty_state.target IS 'As in graph.duty.';
COMMENT ON COLUMN graph.duty_state.clause IS 'As in graph.duty.';
COMMENT ON COLUMN graph.duty_state.progress IS 'How many of them were done.';
COMMENT ON COLUMN graph.duty_state.done_on IS 'Day on which the last one that is due was done; null where some are missing.';
COMMENT ON COLUMN graph.duty_state.work_target_id IS 'As in graph.duty.';
COMMENT ON COLUMN graph.duty_state.state IS 'Today: DUE, LATE (its last day is over and it is not done), DONE or DONE_LATE.';

CREATE VIEW graph.work_progress AS
SELECT t.id, t.committee_id, t.year, t.kind, t.target, t.due_on, t.clause, a.actual,
       round(a.actual::numeric / nullif(t.target, 0), 6) AS share
FROM graph.work_target AS t
-- More than is due in one part of the year does not make up for what is missing in another.
CROSS JOIN LATERAL (SELECT coalesce(sum(least(s.progress, s.target)), 0)::int AS actual FROM graph.duty_state AS s WHERE s.work_target_id = t.id) AS a;
COMMENT ON VIEW graph.work_progress IS '年度目标完成情况 Targets of a year and what was reached of them.';
COMMENT ON COLUMN graph.work_progress.id IS 'Key of the target.';
COMMENT ON COLUMN graph.work_progress.committee_id IS 'As in graph.work_target.';
COMMENT ON COLUMN graph.work_progress.year IS 'As in graph.work_target.';
COMMENT ON COLUMN graph.work_progress.kind IS 'As in graph.work_target.';
COMMENT ON COLUMN graph.work_progress.target IS 'As in graph.work_target.';
COMMENT ON COLUMN graph.work_progress.due_on IS 'As in graph.work_target.';
COMMENT ON COLUMN graph.work_progress.clause IS 'As in graph.work_target.';
COMMENT ON COLUMN graph.work_progress.actual IS 'How many count.';
COMMENT ON COLUMN graph.work_progress.share IS 'actual ÷ target; null where the target is 0.';

CREATE TRIGGER count_version BEFORE UPDATE ON graph.work_target FOR EACH ROW EXECUTE FUNCTION graph.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON graph.community_check_in FOR EACH ROW EXECUTE FUNCTION graph.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON graph.contact_point FOR EACH ROW EXECUTE FUNCTION graph.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON graph.committee_meeting FOR EACH ROW EXECUTE FUNCTION graph.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON graph.fund_report FOR EACH ROW EXECUTE FUNCTION graph.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON graph.rectification FOR EACH ROW EXECUTE FUNCTION graph.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON graph.event_filing FOR EACH ROW EXECUTE FUNCTION graph.count_version();
