-- Activities of branches, and the yearly assessment as it is run: rounds, stages, what is handed in, rated and decided, and results
-- that are issued once and corrected by a new version only.

CREATE TABLE graph.activity (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    branch_id bigint NOT NULL REFERENCES graph.branch,
    kind text NOT NULL CHECK (kind IN ('THREE_MEETINGS_ONE_LESSON', 'THEME_PARTY_DAY', 'ORGANIZATION_LIFE_MEETING', 'DEMOCRATIC_APPRAISAL', 'OTHER')),
    title text NOT NULL CHECK (title <> ''),
    planned_on date,
    held_on date,
    year int NOT NULL GENERATED ALWAYS AS (extract(year FROM coalesce(held_on, planned_on))::int) STORED,
    is_collective boolean NOT NULL DEFAULT true,
    has_plan boolean NOT NULL DEFAULT false,
    has_attendance boolean NOT NULL DEFAULT false,
    has_record boolean NOT NULL DEFAULT false,
    expected_count int,
    attended_count int,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT activity_has_a_day CHECK (num_nonnulls(planned_on, held_on) > 0),
    CONSTRAINT activity_attended_of_expected CHECK (attended_count BETWEEN 0 AND expected_count),
    CONSTRAINT activity_attendance_is_counted CHECK (NOT has_attendance OR num_nonnulls(held_on, expected_count, attended_count) = 3),
    CONSTRAINT activity_record_is_of_what_was_held CHECK (NOT has_record OR held_on IS NOT NULL)
);
CREATE INDEX activity_branch_id ON graph.activity (branch_id, year, held_on) INCLUDE (kind, is_collective);
COMMENT ON TABLE graph.activity IS '活动 Activity of a branch, planned or held (004 组织建设-2).';
COMMENT ON COLUMN graph.activity.id IS 'Key.';
COMMENT ON COLUMN graph.activity.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.activity.kind IS '类型 THREE_MEETINGS_ONE_LESSON 三会一课, THEME_PARTY_DAY 主题党日, ORGANIZATION_LIFE_MEETING 组织生活会, DEMOCRATIC_APPRAISAL 民主评议, OTHER 其他.';
COMMENT ON COLUMN graph.activity.title IS 'What it was about.';
COMMENT ON COLUMN graph.activity.planned_on IS 'The day that it is planned for; null where it was held without one.';
COMMENT ON COLUMN graph.activity.held_on IS 'The day that it was held on; null while it is only planned.';
COMMENT ON COLUMN graph.activity.year IS 'Year of the day held, else of the day planned.';
COMMENT ON COLUMN graph.activity.is_collective IS '集中开展 The members came together; only these count towards the year''s minimum.';
COMMENT ON COLUMN graph.activity.has_plan IS '有方案 There is a plan of it.';
COMMENT ON COLUMN graph.activity.has_attendance IS '有考勤 Attendance was taken.';
COMMENT ON COLUMN graph.activity.has_record IS '有详细记录 There is a detailed record.';
COMMENT ON COLUMN graph.activity.expected_count IS '应到 Members who should have come; null where it is not stated.';
COMMENT ON COLUMN graph.activity.attended_count IS '实到 Members who came; null where it is not stated.';
COMMENT ON COLUMN graph.activity.version IS 'Counts changes of the row, from 1.';

CREATE TABLE graph.activity_attendance (
    activity_id bigint NOT NULL REFERENCES graph.activity ON DELETE CASCADE,
    member_id bigint NOT NULL REFERENCES graph.member,
    attended boolean NOT NULL,
    PRIMARY KEY (activity_id, member_id)
);
CREATE INDEX activity_attendance_member_id ON graph.activity_attendance (member_id);
COMMENT ON TABLE graph.activity_attendance IS '考勤 Who came, where attendance was taken by member and not as a number alone.';
COMMENT ON COLUMN graph.activity_attendance.activity_id IS 'The activity.';
COMMENT ON COLUMN graph.activity_attendance.member_id IS 'The member.';
COMMENT ON COLUMN graph.activity_attendance.attended IS 'True who came, false who should have come and did not.';

CREATE TABLE graph.branch_year_plan (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    branch_id bigint NOT NULL REFERENCES graph.branch,
    year int NOT NULL CHECK (year BETWEEN 1949 AND 2099),
    planned_on date,
    summarized_on date,
    version int NOT NULL DEFAULT 1,
    UNIQUE (branch_id, year),
    CONSTRAINT branch_year_plan_summary_comes_later CHECK (planned_on <= summarized_on)
);
COMMENT ON TABLE graph.branch_year_plan IS '年度计划和总结 A branch''s plan and summary of one year (004 组织建设-1).';
COMMENT ON COLUMN graph.branch_year_plan.id IS 'Key.';
COMMENT ON COLUMN graph.branch_year_plan.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.branch_year_plan.year IS 'The year.';
COMMENT ON COLUMN graph.branch_year_plan.planned_on IS '工作计划 When the plan was handed in; null where it was not.';
COMMENT ON COLUMN graph.branch_year_plan.summarized_on IS '工作总结 When the summary was handed in; null where it was not.';
COMMENT ON COLUMN graph.branch_year_plan.version IS 'Counts changes of the row, from 1.';

CREATE TABLE graph.supervision_team (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    committee_id bigint NOT NULL REFERENCES graph.committee,
    name text NOT NULL CHECK (name <> ''),
    version int NOT NULL DEFAULT 1,
    CONSTRAINT supervision_team_name_once UNIQUE (committee_id, name)
);
COMMENT ON TABLE graph.supervision_team IS '督导团 Team of a committee that supervises consortia and ranks them (004 第六条（二）).';
COMMENT ON COLUMN graph.supervision_team.id IS 'Key.';
COMMENT ON COLUMN graph.supervision_team.committee_id IS 'The committee.';
COMMENT ON COLUMN graph.supervision_team.name IS 'Its name.';
COMMENT ON COLUMN graph.supervision_team.version IS 'Counts changes of the row, from 1.';

CREATE TABLE graph.consortium (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    committee_id bigint NOT NULL REFERENCES graph.committee,
    supervision_team_id bigint REFERENCES graph.supervision_team,
    name text NOT NULL CHECK (name <> ''),
    version int NOT NULL DEFAULT 1,
    CONSTRAINT consortium_name_once UNIQUE (committee_id, name)
);
CREATE INDEX consortium_supervision_team_id ON graph.consortium (supervision_team_id);
COMMENT ON TABLE graph.consortium IS '党建示范联合体 Model consortium of branches.';
COMMENT ON COLUMN graph.consortium.id IS 'Key.';
COMMENT ON COLUMN graph.consortium.committee_id IS 'The committee.';
COMMENT ON COLUMN graph.consortium.supervision_team_id IS 'The team that supervises it; null while none does.';
COMMENT ON COLUMN graph.consortium.name IS 'Its name.';
COMMENT ON COLUMN graph.consortium.version IS 'Counts changes of the row, from 1.';

CREATE TABLE graph.consortium_branch (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consortium_id bigint NOT NULL REFERENCES graph.consortium,
    branch_id bigint NOT NULL REFERENCES graph.branch,
    valid_during daterange NOT NULL CHECK (NOT isempty(valid_during)),
    valid_from date GENERATED ALWAYS AS (lower(valid_during)) STORED,
    valid_to date GENERATED ALWAYS AS (upper(valid_during)) STORED,
    CONSTRAINT consortium_branch_once EXCLUDE USING gist (consortium_id WITH =, branch_id WITH =, valid_during WITH &&)
);
CREATE INDEX consortium_branch_consortium_id ON graph.consortium_branch (consortium_id) INCLUDE (valid_during, branch_id);
CREATE INDEX consortium_branch_branch_id ON graph.consortium_branch (branch_id) INCLUDE (valid_during, consortium_id);
COMMENT ON TABLE graph.consortium_branch IS 'Which branches a consortium has had, and when.';
COMMENT ON COLUMN graph.consortium_branch.id IS 'Key.';
COMMENT ON COLUMN graph.consortium_branch.consortium_id IS 'The consortium.';
COMMENT ON COLUMN graph.consortium_branch.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.consortium_branch.valid_during IS 'Days on which this holds.';
COMMENT ON COLUMN graph.consortium_branch.valid_from IS 'First day; null where the start is not stated.';
COMMENT ON COLUMN graph.consortium_branch.valid_to IS 'First day after it; null while it lasts.';

-- Schemes are copied from the rules when a round is opened, so that a file that is mended later does not change a year that is over.
CREATE TABLE graph.assessment_scheme (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rule_set_code text NOT NULL CHECK (rule_set_code <> ''),
    content jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'),
    content_hash text NOT NULL GENERATED ALWAYS AS (md5(content::text)) STORED,
    CONSTRAINT assessment_scheme_once UNIQUE (rule_set_code, content_hash)
);
COMMENT ON TABLE graph.assessment_scheme IS '考核办法 Scheme of assessment as a round used it; never changed.';
COMMENT ON COLUMN graph.assessment_scheme.id IS 'Key.';
COMMENT ON COLUMN graph.assessment_scheme.rule_set_code IS 'The rule set that it was taken from.';
COMMENT ON COLUMN graph.assessment_scheme.content IS 'The section "assessment" of that rule set on the day.';
COMMENT ON COLUMN graph.assessment_scheme.content_hash IS 'Tells wordings apart.';
CREATE TRIGGER assessment_scheme_is_kept BEFORE UPDATE OR DELETE ON graph.assessment_scheme FOR EACH ROW EXECUTE FUNCTION graph.refuse_change();

CREATE TABLE graph.assessment_round (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    committee_id bigint NOT NULL REFERENCES graph.committee,
    year int NOT NULL CHECK (year BETWEEN 1949 AND 2099),
    scheme_id bigint NOT NULL REFERENCES graph.assessment_scheme,
    cut_off_on date NOT NULL,
    opened_on date NOT NULL,
    issued_on date,
    policy_document_id bigint REFERENCES graph.policy_document,
    status text NOT NULL GENERATED ALWAYS AS (CASE WHEN issued_on IS NULL THEN 'OPEN' ELSE 'ISSUED' END) STORED,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT assessment_round_once UNIQUE (committee_id, year),
    CONSTRAINT assessment_round_issued_by_document CHECK (issued_on IS NOT NULL OR policy_document_id IS NULL)
);
CREATE INDEX assessment_round_scheme_id ON graph.assessment_round (scheme_id);
CREATE INDEX assessment_round_policy_document_id ON graph.assessment_round (policy_document_id);
CREATE INDEX assessment_round_year ON graph.assessment_round (year, id);
COMMENT ON TABLE graph.assessment_round IS '年度考核 Assessment of a committee''s branches for one year (004 第六条).';
COMMENT ON COLUMN graph.assessment_round.id IS 'Key.';
COMMENT ON COLUMN graph.assessment_round.committee_id IS 'The committee that assesses.';
COMMENT ON COLUMN graph.assessment_round.year IS 'The assessed year.';
COMMENT ON COLUMN graph.assessment_round.scheme_id IS 'The scheme in effect on the cut-off day.';
COMMENT ON COLUMN graph.assessment_round.cut_off_on IS '截止日 The last day that counts.';
COMMENT ON COLUMN graph.assessment_round.opened_on IS 'When it was opened.';
COMMENT ON COLUMN graph.assessment_round.issued_on IS 'When the results were issued; null before.';
COMMENT ON COLUMN graph.assessment_round.policy_document_id IS 'The document that issued them; null where it is not known.';
COMMENT ON COLUMN graph.assessment_round.status IS 'OPEN until the results are issued, then ISSUED.';
COMMENT ON COLUMN graph.assessment_round.version IS 'Counts changes of the row, from 1.';

CREATE TABLE graph.assessment_entry (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    round_id bigint NOT NULL REFERENCES graph.assessment_round,
    branch_id bigint NOT NULL REFERENCES graph.branch,
    year int NOT NULL,
    stage text NOT NULL DEFAULT 'SELF' CHECK (stage IN ('SELF', 'SUPERVISED', 'DEBRIEFED', 'REVIEWED', 'ISSUED')),
    self_submitted_on date,
    debriefed_on date,
    debrief_basis text CHECK (debrief_basis IN ('IN_PERSON', 'WRITTEN')),
    satisfaction_rate numeric(7, 6) CHECK (satisfaction_rate BETWEEN 0 AND 1),
    reviewed_on date,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT assessment_entry_once_a_year UNIQUE (branch_id, year),
    CONSTRAINT assessment_entry_is_debriefed_with_a_basis CHECK ((debriefed_on IS NULL) = (debrief_basis IS NULL)),
    CONSTRAINT assessment_entry_has_what_its_stage_needs CHECK (CASE stage
        WHEN 'SELF' THEN true
        WHEN 'SUPERVISED' THEN self_submitted_on IS NOT NULL
        WHEN 'DEBRIEFED' THEN num_nonnulls(self_submitted_on, debriefed_on) = 2
        ELSE num_nonnulls(self_submitted_on, debriefed_on, reviewed_on) = 3
    END)
);
CREATE INDEX assessment_entry_round_id ON graph.assessment_entry (round_id, branch_id);
CREATE INDEX assessment_entry_stage ON graph.assessment_entry (stage, year, id);
COMMENT ON TABLE graph.assessment_entry IS '参评 A branch''s way through one round: from its self-assessment to the issued result.';
COMMENT ON COLUMN graph.assessment_entry.id IS 'Key.';
COMMENT ON COLUMN graph.assessment_entry.round_id IS 'The round.';
COMMENT ON COLUMN graph.assessment_entry.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.assessment_entry.year IS 'The assessed year, that of the round.';
COMMENT ON COLUMN graph.assessment_entry.stage IS '阶段 SELF 自查自评, SUPERVISED 督导团初评, DEBRIEFED 述职测评, REVIEWED 党委评定, ISSUED 正式发文.';
COMMENT ON COLUMN graph.assessment_entry.self_submitted_on IS 'When the branch handed in its self-assessment; null before.';
COMMENT ON COLUMN graph.assessment_entry.debriefed_on IS 'When its secretary reported; null before.';
COMMENT ON COLUMN graph.assessment_entry.debrief_basis IS 'IN_PERSON 现场述职, or WRITTEN 书面述职 where the secretary was absent (004 （五）).';
COMMENT ON COLUMN graph.assessment_entry.satisfaction_rate IS '群众满意度 Rate of an optional survey, from 0 to 1; null where there was none.';
COMMENT ON COLUMN graph.assessment_entry.reviewed_on IS 'When the committee decided; null before.';
COMMENT ON COLUMN graph.assessment_entry.version IS 'Counts changes of the row, from 1.';

-- The order of the stages is kept here too, so that no other way of writing can skip one. Who is in no consortium is not ranked
-- (004 第六条（二）: 其余党支部直接报送), which is the one step that may be left out.
CREATE FUNCTION graph.assessment_entry_keep_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.stage <> OLD.stage AND (OLD.stage, NEW.stage) NOT IN (
        ('SELF', 'SUPERVISED'), ('SELF', 'DEBRIEFED'), ('SUPERVISED', 'DEBRIEFED'), ('DEBRIEFED', 'REVIEWED'), ('REVIEWED', 'ISSUED')
    ) THEN
        RAISE EXCEPTION 'an entry does not move from % to %', OLD.stage, NEW.stage
            USING ERRCODE = 'check_violation', CONSTRAINT = 'assessment_entry_stages_in_order';
    END IF;
    IF OLD.stage = 'ISSUED' THEN
        RAISE EXCEPTION 'entry % is issued', OLD.id USING ERRCODE = 'restrict_violation', CONSTRAINT = 'assessment_entry_is_issued';
    END IF;
    NEW.version := OLD.version + 1;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION graph.assessment_entry_keep_order IS 'Refuses a stage out of order and any change of an issued entry.';
-- Of every update, also one that changes no column: other scores of an entry make another version of it.
CREATE TRIGGER assessment_entry_keep_order BEFORE UPDATE ON graph.assessment_entry
    FOR EACH ROW EXECUTE FUNCTION graph.assessment_entry_keep_order();

CREATE TABLE graph.assessment_stage_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entry_id bigint NOT NULL REFERENCES graph.assessment_entry,
    from_stage text CHECK (from_stage IN ('SELF', 'SUPERVISED', 'DEBRIEFED', 'REVIEWED', 'ISSUED')),
    to_stage text NOT NULL CHECK (to_stage IN ('SELF', 'SUPERVISED', 'DEBRIEFED', 'REVIEWED', 'ISSUED')),
    moved_at timestamptz NOT NULL,
    moved_by text NOT NULL CHECK (moved_by <> ''),
    CONSTRAINT assessment_stage_event_once UNIQUE (entry_id, to_stage)
);
COMMENT ON TABLE graph.assessment_stage_event IS '流程记录 Who moved an entry from which stage to which, and when; kept for ever.';
COMMENT ON COLUMN graph.assessment_stage_event.id IS 'Key, in the order of the moves.';
COMMENT ON COLUMN graph.assessment_stage_event.entry_id IS 'The entry.';
COMMENT ON COLUMN graph.assessment_stage_event.from_stage IS 'The stage before; null where the round was opened.';
COMMENT ON COLUMN graph.assessment_stage_event.to_stage IS 'The stage after.';
COMMENT ON COLUMN graph.assessment_stage_event.moved_at IS 'When.';
COMMENT ON COLUMN graph.assessment_stage_event.moved_by IS 'Who, as the caller was known.';
CREATE TRIGGER assessment_stage_event_is_kept BEFORE UPDATE OR DELETE ON graph.assessment_stage_event
    FOR EACH ROW EXECUTE FUNCTION graph.refuse_change();

CREATE TABLE graph.assessment_rating (
    entry_id bigint NOT NULL REFERENCES graph.assessment_entry,
    phase text NOT NULL CHECK (phase IN ('SELF', 'REVIEW')),
    item_code text NOT NULL CHECK (item_code ~ '^[A-Z][A-Z_]*_[1-9][0-9]?$'),
    section text NOT NULL CHECK (section IN ('POLITICAL', 'TEAM', 'ORGANIZATION', 'SOCIAL_GOVERNANCE', 'DEBRIEF')),
    maximum numeric(5, 2) NOT NULL CHECK (maximum > 0),
    score numeric(5, 2) NOT NULL,
    PRIMARY KEY (entry_id, phase, item_code),
    CONSTRAINT assessment_rating_within_maximum CHECK (score BETWEEN 0 AND maximum)
);
COMMENT ON TABLE graph.assessment_rating IS 'Points for one item of an entry, as the branch gave them to itself and as the committee decided.';
COMMENT ON COLUMN graph.assessment_rating.entry_id IS 'The entry.';
COMMENT ON COLUMN graph.assessment_rating.phase IS 'SELF 自评 or REVIEW 评定.';
COMMENT ON COLUMN graph.assessment_rating.item_code IS 'Section and number within it.';
COMMENT ON COLUMN graph.assessment_rating.section IS '部分 Section of the scheme.';
COMMENT ON COLUMN graph.assessment_rating.maximum IS 'Points that the item can give.';
COMMENT ON COLUMN graph.assessment_rating.score IS '得分 Points given, from 0 to the maximum.';

CREATE TABLE graph.consortium_ranking (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    round_id bigint NOT NULL REFERENCES graph.assessment_round,
    supervision_team_id bigint NOT NULL REFERENCES graph.supervision_team,
    consortium_id bigint NOT NULL REFERENCES graph.consortium,
    rank int NOT NULL CHECK (rank > 0),
    ranked_on date NOT NULL,
    CONSTRAINT consortium_ranking_once UNIQUE (round_id, consortium_id),
    CONSTRAINT consortium_ranking_rank_once UNIQUE (round_id, supervision_team_id, rank)
);
CREATE INDEX consortium_ranking_consortium_id ON graph.consortium_ranking (consortium_id);
CREATE INDEX consortium_ranking_supervision_team_id ON graph.consortium_ranking (supervision_team_id);
COMMENT ON TABLE graph.consortium_ranking IS '初评 A supervision team''s ranking of its consortia in a round, the best first (004 第六条（二）).';
COMMENT ON COLUMN graph.consortium_ranking.id IS 'Key.';
COMMENT ON COLUMN graph.consortium_ranking.round_id IS 'The round.';
COMMENT ON COLUMN graph.consortium_ranking.supervision_team_id IS 'The team.';
COMMENT ON COLUMN graph.consortium_ranking.consortium_id IS 'The consortium.';
COMMENT ON COLUMN graph.consortium_ranking.rank IS 'Its place, from 1.';
COMMENT ON COLUMN graph.consortium_ranking.ranked_on IS 'When.';

CREATE TABLE graph.debrief_ballot (
    entry_id bigint NOT NULL REFERENCES graph.assessment_entry,
    ballot_number int NOT NULL CHECK (ballot_number > 0),
    rate numeric(7, 6) NOT NULL,
    PRIMARY KEY (entry_id, ballot_number),
    CONSTRAINT debrief_ballot_rate_is_a_share CHECK (rate BETWEEN 0 AND 1)
);
COMMENT ON TABLE graph.debrief_ballot IS '测评票 Anonymous ballots on a secretary''s debrief; of a written one, the rating of the report.';
COMMENT ON COLUMN graph.debrief_ballot.entry_id IS 'The entry.';
COMMENT ON COLUMN graph.debrief_ballot.ballot_number IS 'Number of the ballot, from 1; it tells nothing of who filled it in.';
COMMENT ON COLUMN graph.debrief_ballot.rate IS 'Rate from 0 to 1.';

CREATE TABLE graph.bonus_claim (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entry_id bigint NOT NULL REFERENCES graph.assessment_entry,
    bonus_item text NOT NULL CHECK (bonus_item ~ '^BONUS_[1-9][0-9]?$'),
    level text NOT NULL CHECK (level IN ('DEPARTMENT', 'MUNICIPAL', 'CENTRAL')),
    evidence_ref text NOT NULL CHECK (evidence_ref <> ''),
    description text NOT NULL CHECK (description <> ''),
    points numeric(5, 2) NOT NULL CHECK (points > 0),
    status text NOT NULL DEFAULT 'CLAIMED' CHECK (status IN ('CLAIMED', 'ACCEPTED', 'REFUSED')),
    claimed_on date NOT NULL,
    decided_on date,
    reason text CHECK (reason <> ''),
    version int NOT NULL DEFAULT 1,
    CONSTRAINT bonus_claim_once UNIQUE (entry_id, evidence_ref, bonus_item, level),
    CONSTRAINT bonus_claim_is_decided_on_a_day CHECK ((status = 'CLAIMED') = (decided_on IS NULL)),
    CONSTRAINT bonus_claim_is_refused_with_a_reason CHECK (status <> 'REFUSED' OR reason IS NOT NULL)
);
COMMENT ON TABLE graph.bonus_claim IS '加分申报 A bonus that a branch claims, with its evidence (004 （六）).';
COMMENT ON COLUMN graph.bonus_claim.id IS 'Key.';
COMMENT ON COLUMN graph.bonus_claim.entry_id IS 'The entry.';
COMMENT ON COLUMN graph.bonus_claim.bonus_item IS '加分项 BONUS_1 is 004 （六）-1.';
COMMENT ON COLUMN graph.bonus_claim.level IS '级别 DEPARTMENT 部门, MUNICIPAL 市级, CENTRAL 中央.';
COMMENT ON COLUMN graph.bonus_claim.evidence_ref IS 'Which piece of evidence: claims of one count once, at the highest level.';
COMMENT ON COLUMN graph.bonus_claim.description IS 'What the evidence is.';
COMMENT ON COLUMN graph.bonus_claim.points IS 'Points of the item at this level, before one piece of evidence is counted once.';
COMMENT ON COLUMN graph.bonus_claim.status IS 'CLAIMED 已申报, ACCEPTED 已认定, REFUSED 不予认定.';
COMMENT ON COLUMN graph.bonus_claim.claimed_on IS 'When it was claimed.';
COMMENT ON COLUMN graph.bonus_claim.decided_on IS 'When it was decided; null before.';
COMMENT ON COLUMN graph.bonus_claim.reason IS 'Why it was decided so; needed for a refusal.';
COMMENT ON COLUMN graph.bonus_claim.version IS 'Counts changes of the row, from 1.';
CREATE TRIGGER count_version BEFORE UPDATE ON graph.bonus_claim FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION graph.count_version();

CREATE TABLE graph.fail_finding (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entry_id bigint NOT NULL REFERENCES graph.assessment_entry,
    fail_rule text NOT NULL CHECK (fail_rule ~ '^[A-Z][A-Z_]*$'),
    clause text NOT NULL CHECK (clause <> ''),
    evidence text NOT NULL CHECK (evidence <> ''),
    found_on date NOT NULL,
    withdrawn_on date,
    withdrawal_reason text CHECK (withdrawal_reason <> ''),
    version int NOT NULL DEFAULT 1,
    CONSTRAINT fail_finding_is_withdrawn_with_a_reason CHECK ((withdrawn_on IS NULL) = (withdrawal_reason IS NULL))
);
CREATE INDEX fail_finding_entry_id ON graph.fail_finding (entry_id);
CREATE UNIQUE INDEX fail_finding_once ON graph.fail_finding (entry_id, fail_rule) WHERE withdrawn_on IS NULL;
COMMENT ON TABLE graph.fail_finding IS '不合格情形 What makes a branch fail whatever its score (004 （七）).';
COMMENT ON COLUMN graph.fail_finding.id IS 'Key.';
COMMENT ON COLUMN graph.fail_finding.entry_id IS 'The entry.';
COMMENT ON COLUMN graph.fail_finding.fail_rule IS 'Code of the rule in the scheme, for example NO_ACTIVITY.';
COMMENT ON COLUMN graph.fail_finding.clause IS 'Where the rule stands.';
COMMENT ON COLUMN graph.fail_finding.evidence IS 'What was found.';
COMMENT ON COLUMN graph.fail_finding.found_on IS 'When it was found.';
COMMENT ON COLUMN graph.fail_finding.withdrawn_on IS 'When it was withdrawn; null while it stands.';
COMMENT ON COLUMN graph.fail_finding.withdrawal_reason IS 'Why it was withdrawn.';
COMMENT ON COLUMN graph.fail_finding.version IS 'Counts changes of the row, from 1.';

-- Results: one row per version. The latest one is current; what was issued is never changed.
ALTER TABLE graph.assessment
    ADD COLUMN entry_id bigint REFERENCES graph.assessment_entry,
    ADD COLUMN result_version int NOT NULL DEFAULT 1 CHECK (result_version > 0),
    ADD COLUMN is_current boolean NOT NULL DEFAULT true,
    ADD COLUMN grade_basis text NOT NULL DEFAULT 'BAND' CHECK (grade_basis IN ('BAND', 'QUOTA', 'FAIL')),
    ADD COLUMN issued_on date,
    ADD COLUMN policy_document_id bigint REFERENCES graph.policy_document,
    ADD COLUMN correction_reason text CHECK (correction_reason <> ''),
    -- 100 points are one scheme's.
    DROP CONSTRAINT assessment_fixed_score_check,
    ADD CONSTRAINT assessment_fixed_score_is_not_negative CHECK (fixed_score >= 0),
    DROP CONSTRAINT assessment_branch_id_year_key,
    ADD CONSTRAINT assessment_version_once UNIQUE (branch_id, year, result_version),
    ADD CONSTRAINT assessment_is_corrected_with_a_reason CHECK ((result_version = 1) = (correction_reason IS NULL));
CREATE UNIQUE INDEX assessment_one_is_current ON graph.assessment (branch_id, year) WHERE is_current;
CREATE INDEX assessment_entry_id ON graph.assessment (entry_id);
CREATE INDEX assessment_policy_document_id ON graph.assessment (policy_document_id);
COMMENT ON TABLE graph.assessment IS '考核结果 Issued result of a branch for one year (004 第六条（四）), one row per version; never changed.';
COMMENT ON COLUMN graph.assessment.fixed_score IS '固定项目得分 Sum of the item scores.';
COMMENT ON COLUMN graph.assessment.entry_id IS 'The way through the round that led to it; null for results of years that were not run here.';
COMMENT ON COLUMN graph.assessment.result_version IS 'From 1; a correction is the next version.';
COMMENT ON COLUMN graph.assessment.is_current IS 'True for the latest version.';
COMMENT ON COLUMN graph.assessment.grade_basis IS 'What decided the grade: BAND the score, QUOTA the share of excellent ones, FAIL a fail rule.';
COMMENT ON COLUMN graph.assessment.issued_on IS 'When this version was issued; null where it is not known.';
COMMENT ON COLUMN graph.assessment.policy_document_id IS 'The document that issued it; null where it is not known.';
COMMENT ON COLUMN graph.assessment.correction_reason IS 'Why a later version replaced the one before; null for the first.';

CREATE FUNCTION graph.assessment_keep_result() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- The one thing that happens to a result: a later version takes its place.
    -- Generated columns are not computed yet, and what they come from is compared.
    IF TG_OP = 'UPDATE' AND OLD.is_current AND NOT NEW.is_current
        AND to_jsonb(NEW) - '{is_current,total_score}'::text[] = to_jsonb(OLD) - '{is_current,total_score}'::text[] THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the result of branch % for % is issued', OLD.branch_id, OLD.year
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'assessment_is_kept', HINT = 'Correct it with a new version.';
END $$;
COMMENT ON FUNCTION graph.assessment_keep_result IS 'Refuses any change of an issued result, but that a later version takes its place.';
CREATE TRIGGER assessment_is_kept BEFORE UPDATE OR DELETE ON graph.assessment FOR EACH ROW EXECUTE FUNCTION graph.assessment_keep_result();
CREATE TRIGGER assessment_item_score_is_kept BEFORE UPDATE OR DELETE ON graph.assessment_item_score
    FOR EACH ROW EXECUTE FUNCTION graph.refuse_change();

CREATE OR REPLACE VIEW graph.branch_latest_assessment AS
SELECT latest.id, latest.branch_id, latest.year, latest.fixed_score, latest.bonus_score, latest.total_score, latest.grade, latest.is_current,
    latest.entry_id, latest.result_version, latest.grade_basis, latest.issued_on, latest.policy_document_id, latest.correction_reason
FROM graph.assessment AS latest
WHERE latest.is_current AND NOT EXISTS (
    SELECT FROM graph.assessment AS later WHERE later.is_current AND later.branch_id = latest.branch_id AND later.year > latest.year);
COMMENT ON COLUMN graph.branch_latest_assessment.is_current IS 'Always true: the latest version of that year.';
COMMENT ON COLUMN graph.branch_latest_assessment.entry_id IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.branch_latest_assessment.result_version IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.branch_latest_assessment.grade_basis IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.branch_latest_assessment.issued_on IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.branch_latest_assessment.policy_document_id IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.branch_latest_assessment.correction_reason IS 'As in graph.assessment.';

CREATE TABLE graph.admonition_talk (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entry_id bigint NOT NULL REFERENCES graph.assessment_entry,
    due_on date NOT NULL,
    held_on date,
    lapsed_on date,
    note text CHECK (note <> ''),
    version int NOT NULL DEFAULT 1,
    CONSTRAINT admonition_talk_once UNIQUE (entry_id),
    CONSTRAINT admonition_talk_held_or_lapsed CHECK (num_nonnulls(held_on, lapsed_on) <= 1)
);
CREATE INDEX admonition_talk_due_on ON graph.admonition_talk (due_on) WHERE held_on IS NULL AND lapsed_on IS NULL;
COMMENT ON TABLE graph.admonition_talk IS '诫勉谈话 Talk with the secretary of a branch that failed (004 第七条).';
COMMENT ON COLUMN graph.admonition_talk.id IS 'Key.';
COMMENT ON COLUMN graph.admonition_talk.entry_id IS 'The entry whose result is UNQUALIFIED.';
COMMENT ON COLUMN graph.admonition_talk.due_on IS 'The day by which it is due.';
COMMENT ON COLUMN graph.admonition_talk.held_on IS 'When it was held; null before.';
COMMENT ON COLUMN graph.admonition_talk.lapsed_on IS 'When a correction lifted the result before it was held; null where none did.';
COMMENT ON COLUMN graph.admonition_talk.note IS 'What was said, in short; null where nothing was noted.';
COMMENT ON COLUMN graph.admonition_talk.version IS 'Counts changes of the row, from 1.';

CREATE TRIGGER count_version BEFORE UPDATE ON graph.activity FOR EACH ROW EXECUTE FUNCTION graph.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON graph.branch_year_plan FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION graph.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON graph.supervision_team FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION graph.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON graph.consortium FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION graph.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON graph.assessment_round FOR EACH ROW EXECUTE FUNCTION graph.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON graph.fail_finding FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION graph.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON graph.admonition_talk FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION graph.count_version();

-- What filters look for.
CREATE INDEX activity_year ON graph.activity (year, branch_id);
CREATE INDEX activity_held_on ON graph.activity (held_on, branch_id);
CREATE INDEX activity_kind ON graph.activity (kind, year, branch_id);

CREATE VIEW graph.assessment_version AS
SELECT known.id AS of_id, v.id, v.branch_id, v.year, v.fixed_score, v.bonus_score, v.total_score, v.grade, v.is_current, v.entry_id,
    v.result_version, v.grade_basis, v.issued_on, v.policy_document_id, v.correction_reason
FROM graph.assessment AS known JOIN graph.assessment AS v ON v.branch_id = known.branch_id AND v.year = known.year;
COMMENT ON VIEW graph.assessment_version IS 'All versions of the result of which each result is one.';
COMMENT ON COLUMN graph.assessment_version.of_id IS 'Any version.';
COMMENT ON COLUMN graph.assessment_version.id IS 'Key of a version of the same branch and year.';
COMMENT ON COLUMN graph.assessment_version.branch_id IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.year IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.fixed_score IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.bonus_score IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.total_score IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.grade IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.is_current IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.entry_id IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.result_version IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.grade_basis IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.issued_on IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.policy_document_id IS 'As in graph.assessment.';
COMMENT ON COLUMN graph.assessment_version.correction_reason IS 'As in graph.assessment.';

CREATE VIEW graph.assessment_scheme_item AS
SELECT s.id AS scheme_id, row_number() OVER (PARTITION BY s.id ORDER BY section.place, item.place)::int AS position,
    section.value ->> 'code' AS section, item.value ->> 'code' AS item_code, item.value ->> 'text' AS text,
    coalesce(item.value #>> '{override,used}', item.value #>> '{maximum,value}')::numeric AS maximum,
    (item.value #>> '{maximum,value}')::numeric AS stated_maximum,
    coalesce(item.value #>> '{override,source}', item.value #>> '{maximum,source}') AS clause,
    item.value #>> '{override,reason}' AS override_reason
FROM graph.assessment_scheme AS s
CROSS JOIN LATERAL jsonb_array_elements(s.content -> 'sections') WITH ORDINALITY AS section (value, place)
CROSS JOIN LATERAL jsonb_array_elements(section.value -> 'items') WITH ORDINALITY AS item (value, place);
COMMENT ON VIEW graph.assessment_scheme_item IS '考核项目 Fixed items of a scheme.';
COMMENT ON COLUMN graph.assessment_scheme_item.scheme_id IS 'The scheme.';
COMMENT ON COLUMN graph.assessment_scheme_item.position IS 'Place in the scheme, from 1.';
COMMENT ON COLUMN graph.assessment_scheme_item.section IS 'Section.';
COMMENT ON COLUMN graph.assessment_scheme_item.item_code IS 'Section and number within it.';
COMMENT ON COLUMN graph.assessment_scheme_item.text IS 'What is asked, in short.';
COMMENT ON COLUMN graph.assessment_scheme_item.maximum IS 'Points that the item can give.';
COMMENT ON COLUMN graph.assessment_scheme_item.stated_maximum IS 'Points as the document states them; they differ where it contradicts itself.';
COMMENT ON COLUMN graph.assessment_scheme_item.clause IS 'Clauses that say so.';
COMMENT ON COLUMN graph.assessment_scheme_item.override_reason IS 'Why another maximum counts than the one stated; null where none does.';

CREATE VIEW graph.assessment_self_score AS
SELECT entry_id, item_code, section, maximum, score FROM graph.assessment_rating WHERE phase = 'SELF';
COMMENT ON VIEW graph.assessment_self_score IS '自评 Points that branches gave themselves.';
COMMENT ON COLUMN graph.assessment_self_score.entry_id IS 'The entry.';
COMMENT ON COLUMN graph.assessment_self_score.item_code IS 'The item.';
COMMENT ON COLUMN graph.assessment_self_score.section IS 'Its section.';
COMMENT ON COLUMN graph.assessment_self_score.maximum IS 'Points that it can give.';
COMMENT ON COLUMN graph.assessment_self_score.score IS 'Points given.';

CREATE VIEW graph.assessment_review_score AS
SELECT entry_id, item_code, section, maximum, score FROM graph.assessment_rating WHERE phase = 'REVIEW';
COMMENT ON VIEW graph.assessment_review_score IS '评定 Points that the committee decided.';
COMMENT ON COLUMN graph.assessment_review_score.entry_id IS 'The entry.';
COMMENT ON COLUMN graph.assessment_review_score.item_code IS 'The item.';
COMMENT ON COLUMN graph.assessment_review_score.section IS 'Its section.';
COMMENT ON COLUMN graph.assessment_review_score.maximum IS 'Points that it can give.';
COMMENT ON COLUMN graph.assessment_review_score.score IS 'Points given.';

-- A branch's year in numbers, under given rules. A function, because a round counts up to its cut-off day and by its own scheme, and
-- everybody else the whole year by the rules in effect. The same as ActivityMinimum and SuggestedScores in api/Rules.
CREATE FUNCTION graph.activity_year(of_branch bigint, of_year int, until date, activities jsonb)
RETURNS TABLE (
    category text, held_count int, collective_count int, minimum int, clause text, is_met boolean, appraisal_count int, appraisal_minimum int,
    documented_count int, expected_count bigint, attended_count bigint, suggested_share numeric)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT c.category, done.held, done.collective, asked.minimum, asked.clause, done.collective >= asked.minimum, done.appraisals, asked.appraisals,
        done.documented, done.expected, done.attended,
        (activities #>> '{shares,activities,value}')::numeric * CASE WHEN asked.minimum = 0 THEN 1 ELSE least(1, done.collective::numeric / asked.minimum) END
        + (activities #>> '{shares,appraisals,value}')::numeric * CASE WHEN asked.appraisals = 0 THEN 1 ELSE least(1, done.appraisals::numeric / asked.appraisals) END
        + (activities #>> '{shares,documents,value}')::numeric * CASE WHEN done.held = 0 THEN 0 ELSE done.documented::numeric / done.held END
    FROM graph.branch AS b
    CROSS JOIN LATERAL (
        SELECT coalesce((
            SELECT p.category FROM graph.branch_category_period AS p
            WHERE p.branch_id = b.id AND p.valid_during && daterange(make_date(of_year, 1, 1), until, '[]')
            ORDER BY p.valid_from DESC NULLS LAST LIMIT 1), 'UNCLASSIFIED') AS category
    ) AS c
    CROSS JOIN LATERAL (
        SELECT (m #>> '{activities,value}')::int AS minimum, m #>> '{activities,source}' AS clause, (activities #>> '{appraisals,value}')::int AS appraisals
        FROM jsonb_array_elements(activities -> 'minimums') AS m
        -- A functional branch that nobody classified is one by its form.
        WHERE m ->> 'category' = CASE WHEN c.category = 'UNCLASSIFIED' AND b.form = 'FUNCTIONAL_BRANCH' THEN 'C' ELSE c.category END
    ) AS asked
    CROSS JOIN LATERAL (
        SELECT count(*)::int AS held, (count(*) FILTER (WHERE a.is_collective))::int AS collective,
            (count(*) FILTER (WHERE a.kind = 'DEMOCRATIC_APPRAISAL'))::int AS appraisals,
            (count(*) FILTER (WHERE a.has_plan AND a.has_attendance AND a.has_record))::int AS documented,
            coalesce(sum(a.expected_count), 0) AS expected, coalesce(sum(a.attended_count), 0) AS attended
        FROM graph.activity AS a WHERE a.branch_id = b.id AND a.year = of_year AND a.held_on <= until
    ) AS done
    WHERE b.id = of_branch
$$;
COMMENT ON FUNCTION graph.activity_year IS 'Activities of a branch in a year up to a day, against what the rules ask.';

CREATE VIEW graph.activity_compliance AS
SELECT y.branch_id, y.year, d.category, d.collective_count, d.minimum, d.clause, d.is_met, d.appraisal_count, d.appraisal_minimum,
    d.held_count, d.documented_count, d.expected_count, d.attended_count
FROM (
    SELECT branch_id, year FROM graph.activity
    UNION SELECT branch_id, year FROM graph.branch_year_plan
    UNION SELECT branch_id, year FROM graph.assessment_entry
) AS y
JOIN graph.branch AS b ON b.id = y.branch_id
JOIN graph.committee AS c ON c.id = b.committee_id
CROSS JOIN LATERAL graph.activity_year(y.branch_id, y.year, make_date(y.year, 12, 31),
    graph.rule_section(c.region_code, 'assessment', make_date(y.year, 12, 31)) -> 'activities') AS d;
COMMENT ON VIEW graph.activity_compliance IS '活动达标 Activities of a branch in a year against the minimum of its category, by the rules in effect at the year''s end (004 组织建设-2).';
COMMENT ON COLUMN graph.activity_compliance.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.activity_compliance.year IS 'The year: one with activities, a plan or an entry in a round.';
COMMENT ON COLUMN graph.activity_compliance.category IS '分类 The branch''s last category of that year.';
COMMENT ON COLUMN graph.activity_compliance.collective_count IS '集中开展 Collective activities held.';
COMMENT ON COLUMN graph.activity_compliance.minimum IS 'How many the category needs.';
COMMENT ON COLUMN graph.activity_compliance.clause IS 'Clause that says so.';
COMMENT ON COLUMN graph.activity_compliance.is_met IS '达标 Whether there were enough.';
COMMENT ON COLUMN graph.activity_compliance.appraisal_count IS '民主评议 Appraisals held.';
COMMENT ON COLUMN graph.activity_compliance.appraisal_minimum IS 'How many are needed.';
COMMENT ON COLUMN graph.activity_compliance.held_count IS 'All activities held.';
COMMENT ON COLUMN graph.activity_compliance.documented_count IS 'Those with plan, attendance and record.';
COMMENT ON COLUMN graph.activity_compliance.expected_count IS '应到 Sum of those expected.';
COMMENT ON COLUMN graph.activity_compliance.attended_count IS '实到 Sum of those who came.';

CREATE VIEW graph.debrief AS
SELECT e.id AS entry_id, e.debrief_basis AS basis, e.debriefed_on AS held_on, b.ballot_count, round(b.mean_rate, 6) AS mean_rate,
    round(i.maximum * b.mean_rate, 2) AS score
FROM graph.assessment_entry AS e
JOIN graph.assessment_round AS r ON r.id = e.round_id
JOIN graph.assessment_scheme AS s ON s.id = r.scheme_id
JOIN graph.assessment_scheme_item AS i ON i.scheme_id = s.id AND i.item_code = s.content #>> '{debrief,item}'
CROSS JOIN LATERAL (SELECT count(*)::int AS ballot_count, avg(rate) AS mean_rate FROM graph.debrief_ballot WHERE entry_id = e.id) AS b
WHERE e.debriefed_on IS NOT NULL;
COMMENT ON VIEW graph.debrief IS '述职测评 Debrief of a branch''s secretary with its score: the item''s maximum times the mean rate (004 （五）).';
COMMENT ON COLUMN graph.debrief.entry_id IS 'The entry.';
COMMENT ON COLUMN graph.debrief.basis IS 'IN_PERSON or WRITTEN.';
COMMENT ON COLUMN graph.debrief.held_on IS 'When.';
COMMENT ON COLUMN graph.debrief.ballot_count IS 'Number of ballots.';
COMMENT ON COLUMN graph.debrief.mean_rate IS 'Mean of their rates, from 0 to 1.';
COMMENT ON COLUMN graph.debrief.score IS 'Points that it gives.';

CREATE VIEW graph.assessment_suggested_score AS
SELECT e.id AS entry_id, i.item_code, i.section, i.maximum,
    round(CASE i.item_code
        WHEN s.content #>> '{activities,item}' THEN i.maximum * (
            SELECT d.suggested_share FROM graph.activity_year(e.branch_id, e.year, r.cut_off_on, s.content -> 'activities') AS d)
        WHEN s.content #>> '{activities,planItem}' THEN i.maximum * coalesce((
            SELECT num_nonnulls(p.planned_on, p.summarized_on) / 2.0 FROM graph.branch_year_plan AS p WHERE p.branch_id = e.branch_id AND p.year = e.year), 0)
        ELSE (SELECT d.score FROM graph.debrief AS d WHERE d.entry_id = e.id)
    END, 2) AS score
FROM graph.assessment_entry AS e
JOIN graph.assessment_round AS r ON r.id = e.round_id
JOIN graph.assessment_scheme AS s ON s.id = r.scheme_id
JOIN graph.assessment_scheme_item AS i ON i.scheme_id = s.id AND (
    i.item_code IN (s.content #>> '{activities,item}', s.content #>> '{activities,planItem}')
    OR (i.item_code = s.content #>> '{debrief,item}' AND e.debriefed_on IS NOT NULL));
COMMENT ON VIEW graph.assessment_suggested_score IS '建议得分 Points that records suggest; a person confirms them.';
COMMENT ON COLUMN graph.assessment_suggested_score.entry_id IS 'The entry.';
COMMENT ON COLUMN graph.assessment_suggested_score.item_code IS 'The item.';
COMMENT ON COLUMN graph.assessment_suggested_score.section IS 'Its section.';
COMMENT ON COLUMN graph.assessment_suggested_score.maximum IS 'Points that it can give.';
COMMENT ON COLUMN graph.assessment_suggested_score.score IS 'Points suggested.';

CREATE VIEW graph.assessment_standing AS
SELECT e.id AS entry_id,
    (SELECT sum(score) FROM graph.assessment_self_score WHERE entry_id = e.id) AS self_score,
    (SELECT sum(score) FROM graph.assessment_review_score WHERE entry_id = e.id) AS review_score,
    -- Without a cap, least() takes the sum.
    least((s.content #>> '{bonus,cap,value}')::numeric, (
        SELECT coalesce(sum(points), 0) FROM (
            SELECT max(points) AS points FROM graph.bonus_claim WHERE entry_id = e.id AND status = 'ACCEPTED' GROUP BY evidence_ref) AS once)) AS bonus_score,
    EXISTS (SELECT FROM graph.fail_finding WHERE entry_id = e.id AND withdrawn_on IS NULL) AS has_failed
FROM graph.assessment_entry AS e
JOIN graph.assessment_round AS r ON r.id = e.round_id
JOIN graph.assessment_scheme AS s ON s.id = r.scheme_id;
COMMENT ON VIEW graph.assessment_standing IS 'Where an entry stands before its result is issued.';
COMMENT ON COLUMN graph.assessment_standing.entry_id IS 'The entry.';
COMMENT ON COLUMN graph.assessment_standing.self_score IS '自评得分 Sum of what the branch gave itself; null before it did.';
COMMENT ON COLUMN graph.assessment_standing.review_score IS '评定得分 Sum of what the committee decided; null before it did.';
COMMENT ON COLUMN graph.assessment_standing.bonus_score IS '加分 Accepted bonus, one piece of evidence once, up to the cap.';
COMMENT ON COLUMN graph.assessment_standing.has_failed IS 'Whether a finding that stands makes it fail.';

CREATE VIEW graph.assessment_activity AS
SELECT e.id AS entry_id, e.branch_id, e.year, d.category, d.collective_count, d.minimum, d.clause, d.is_met, d.appraisal_count, d.appraisal_minimum,
    d.held_count, d.documented_count, d.expected_count, d.attended_count
FROM graph.assessment_entry AS e
JOIN graph.assessment_round AS r ON r.id = e.round_id
JOIN graph.assessment_scheme AS s ON s.id = r.scheme_id
CROSS JOIN LATERAL graph.activity_year(e.branch_id, e.year, r.cut_off_on, s.content -> 'activities') AS d;
COMMENT ON VIEW graph.assessment_activity IS 'As graph.activity_compliance, of an entry: up to its round''s cut-off day and by its round''s scheme.';
COMMENT ON COLUMN graph.assessment_activity.entry_id IS 'The entry.';
COMMENT ON COLUMN graph.assessment_activity.branch_id IS 'Its branch.';
COMMENT ON COLUMN graph.assessment_activity.year IS 'Its year.';
COMMENT ON COLUMN graph.assessment_activity.category IS 'As in graph.activity_compliance.';
COMMENT ON COLUMN graph.assessment_activity.collective_count IS 'As in graph.activity_compliance.';
COMMENT ON COLUMN graph.assessment_activity.minimum IS 'As in graph.activity_compliance.';
COMMENT ON COLUMN graph.assessment_activity.clause IS 'As in graph.activity_compliance.';
COMMENT ON COLUMN graph.assessment_activity.is_met IS 'As in graph.activity_compliance.';
COMMENT ON COLUMN graph.assessment_activity.appraisal_count IS 'As in graph.activity_compliance.';
COMMENT ON COLUMN graph.assessment_activity.appraisal_minimum IS 'As in graph.activity_compliance.';
COMMENT ON COLUMN graph.assessment_activity.held_count IS 'As in graph.activity_compliance.';
COMMENT ON COLUMN graph.assessment_activity.documented_count IS 'As in graph.activity_compliance.';
COMMENT ON COLUMN graph.assessment_activity.expected_count IS 'As in graph.activity_compliance.';
COMMENT ON COLUMN graph.assessment_activity.attended_count IS 'As in graph.activity_compliance.';
