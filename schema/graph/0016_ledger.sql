-- Coverage beyond the organization itself: why a society has none, its ledger, where party building is looked at together with other
-- business, and the veto (002 §2, §3, §10).

ALTER TABLE graph.instructor_assignment
    ADD COLUMN valid_from date GENERATED ALWAYS AS (lower(valid_during)) STORED,
    ADD COLUMN valid_to date GENERATED ALWAYS AS (upper(valid_during)) STORED,
    ADD COLUMN version int NOT NULL DEFAULT 1;
COMMENT ON COLUMN graph.instructor_assignment.valid_from IS 'First day; null where the start is not stated.';
COMMENT ON COLUMN graph.instructor_assignment.valid_to IS 'First day after it; null while it lasts.';
COMMENT ON COLUMN graph.instructor_assignment.version IS 'Counts changes of the row, from 1.';
ALTER TABLE graph.instructor_assignment RENAME CONSTRAINT instructor_assignment_society_id_instructor_ref_valid_duri_excl TO instructor_assignment_once;
CREATE INDEX instructor_assignment_society_id ON graph.instructor_assignment (society_id) INCLUDE (valid_during);
CREATE TRIGGER count_version BEFORE UPDATE ON graph.instructor_assignment FOR EACH ROW EXECUTE FUNCTION graph.count_version();

CREATE TABLE graph.uncovered_reason (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    society_id bigint NOT NULL REFERENCES graph.society,
    code text NOT NULL CHECK (code IN ('NO_MEMBERS', 'TOO_FEW_MEMBERS', 'AFFILIATIONS_ELSEWHERE', 'COVERED_BY_SUPPORTING_UNIT',
                                       'NEWLY_FOUNDED', 'NOT_OPERATING', 'IN_PREPARATION', 'OTHER')),
    explanation text CHECK (explanation <> ''),
    valid_during daterange NOT NULL CHECK (NOT isempty(valid_during)),
    valid_from date GENERATED ALWAYS AS (lower(valid_during)) STORED,
    valid_to date GENERATED ALWAYS AS (upper(valid_during)) STORED,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT uncovered_reason_other_is_explained CHECK (code <> 'OTHER' OR explanation IS NOT NULL),
    CONSTRAINT uncovered_reason_one_at_a_time EXCLUDE USING gist (society_id WITH =, valid_during WITH &&)
);
CREATE INDEX uncovered_reason_society_id ON graph.uncovered_reason (society_id) INCLUDE (valid_during, code);
COMMENT ON TABLE graph.uncovered_reason IS '未建党组织原因 Why a society has no party organization, over time (002 §2): one of the five clarities.';
COMMENT ON COLUMN graph.uncovered_reason.id IS 'Key.';
COMMENT ON COLUMN graph.uncovered_reason.society_id IS 'The society.';
COMMENT ON COLUMN graph.uncovered_reason.code IS 'NO_MEMBERS 无党员, TOO_FEW_MEMBERS 党员人数不足, AFFILIATIONS_ELSEWHERE 组织关系在所在单位, COVERED_BY_SUPPORTING_UNIT 已由支撑单位党组织覆盖, NEWLY_FOUNDED 新成立, NOT_OPERATING 未正常运行, IN_PREPARATION 正在筹建, OTHER 其他.';
COMMENT ON COLUMN graph.uncovered_reason.explanation IS 'The reason in words; null where the code says it all, never for OTHER.';
COMMENT ON COLUMN graph.uncovered_reason.valid_during IS 'Days on which this holds.';
COMMENT ON COLUMN graph.uncovered_reason.valid_from IS 'First day; null where the start is not stated.';
COMMENT ON COLUMN graph.uncovered_reason.valid_to IS 'First day after it; null while it lasts.';
COMMENT ON COLUMN graph.uncovered_reason.version IS 'Counts changes of the row, from 1.';

CREATE TABLE graph.ledger_entry (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    society_id bigint NOT NULL REFERENCES graph.society,
    aspect text NOT NULL CHECK (aspect IN ('OPERATION', 'STAFF', 'PARTY_MEMBERS', 'PERSON_IN_CHARGE')),
    is_clear boolean NOT NULL,
    statement text NOT NULL CHECK (statement <> ''),
    counted int CHECK (counted >= 0),
    valid_during daterange NOT NULL CHECK (NOT isempty(valid_during) AND NOT lower_inf(valid_during)),
    valid_from date GENERATED ALWAYS AS (lower(valid_during)) STORED,
    valid_to date GENERATED ALWAYS AS (upper(valid_during)) STORED,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT ledger_entry_counts_people CHECK (counted IS NULL OR aspect IN ('STAFF', 'PARTY_MEMBERS')),
    CONSTRAINT ledger_entry_one_at_a_time EXCLUDE USING gist (society_id WITH =, aspect WITH =, valid_during WITH &&)
);
CREATE INDEX ledger_entry_society_id ON graph.ledger_entry (society_id, aspect) INCLUDE (valid_during, is_clear, counted);
COMMENT ON TABLE graph.ledger_entry IS '台账 What the ledger of a society says of four of the five clarities (002 §2), over time; the fifth stands in graph.uncovered_reason.';
COMMENT ON COLUMN graph.ledger_entry.id IS 'Key.';
COMMENT ON COLUMN graph.ledger_entry.society_id IS 'The society.';
COMMENT ON COLUMN graph.ledger_entry.aspect IS 'OPERATION 业务运行情况, STAFF 职工队伍情况, PARTY_MEMBERS 党员队伍情况, PERSON_IN_CHARGE 负责人情况.';
COMMENT ON COLUMN graph.ledger_entry.is_clear IS '清 True where the matter is clear, false where it was looked at and is not.';
COMMENT ON COLUMN graph.ledger_entry.statement IS 'What is known, in words; nothing of single people.';
COMMENT ON COLUMN graph.ledger_entry.counted IS 'STAFF: employees; PARTY_MEMBERS: full members that the society knows of, wherever their affiliation is. Null where they were not counted.';
COMMENT ON COLUMN graph.ledger_entry.valid_during IS 'From the day of the entry to that of the next one.';
COMMENT ON COLUMN graph.ledger_entry.valid_from IS 'Day of the entry.';
COMMENT ON COLUMN graph.ledger_entry.valid_to IS 'Day of the next entry; null for the present one.';
COMMENT ON COLUMN graph.ledger_entry.version IS 'Counts changes of the row, from 1.';

CREATE TABLE graph.sync_point (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    society_id bigint NOT NULL REFERENCES graph.society,
    occasion text NOT NULL CHECK (occasion IN ('APPLICATION', 'ANNUAL_INSPECTION', 'EVALUATION')),
    held_on date NOT NULL,
    result text NOT NULL CHECK (result IN ('PASSED', 'TO_IMPROVE', 'FAILED')),
    collected text NOT NULL CHECK (collected <> ''),
    version int NOT NULL DEFAULT 1,
    CONSTRAINT sync_point_once UNIQUE (society_id, occasion, held_on)
);
COMMENT ON TABLE graph.sync_point IS '三同步 Where party building is looked at together with other business of a society: application, annual inspection, evaluation (002 §3, §10).';
COMMENT ON COLUMN graph.sync_point.id IS 'Key.';
COMMENT ON COLUMN graph.sync_point.society_id IS 'The society.';
COMMENT ON COLUMN graph.sync_point.occasion IS 'APPLICATION 申请时同步采集党员信息, ANNUAL_INSPECTION 年检时同步检查党建工作, EVALUATION 评估时同步评估党建工作.';
COMMENT ON COLUMN graph.sync_point.held_on IS 'Day.';
COMMENT ON COLUMN graph.sync_point.result IS 'Of party building there: PASSED 合格, TO_IMPROVE 需整改, FAILED 不合格.';
COMMENT ON COLUMN graph.sync_point.collected IS 'What was collected or looked at, in words.';
COMMENT ON COLUMN graph.sync_point.version IS 'Counts changes of the row, from 1.';

CREATE TABLE graph.veto (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    society_id bigint NOT NULL REFERENCES graph.society,
    reason text NOT NULL CHECK (reason <> ''),
    raised_on date NOT NULL,
    lifted_on date,
    lifted_reason text CHECK (lifted_reason <> ''),
    valid_during daterange NOT NULL GENERATED ALWAYS AS (daterange(raised_on, lifted_on)) STORED,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT veto_lifted_after_raised CHECK (raised_on < lifted_on),
    CONSTRAINT veto_lifted_with_reason CHECK ((lifted_on IS NULL) = (lifted_reason IS NULL)),
    CONSTRAINT veto_one_at_a_time EXCLUDE USING gist (society_id WITH =, valid_during WITH &&)
);
CREATE INDEX veto_society_id ON graph.veto (society_id) INCLUDE (valid_during);
COMMENT ON TABLE graph.veto IS '一票否决 Veto against a society for its party building, set and lifted by hand: 002 §10 states no trigger.';
COMMENT ON COLUMN graph.veto.id IS 'Key.';
COMMENT ON COLUMN graph.veto.society_id IS 'The society.';
COMMENT ON COLUMN graph.veto.reason IS 'Why it was raised.';
COMMENT ON COLUMN graph.veto.raised_on IS 'First day of the veto.';
COMMENT ON COLUMN graph.veto.lifted_on IS 'First day without it; null while it holds.';
COMMENT ON COLUMN graph.veto.lifted_reason IS 'Why it was lifted; null while it holds.';
COMMENT ON COLUMN graph.veto.valid_during IS 'Days on which it holds.';
COMMENT ON COLUMN graph.veto.version IS 'Counts changes of the row, from 1.';

CREATE TRIGGER count_version BEFORE UPDATE ON graph.uncovered_reason FOR EACH ROW EXECUTE FUNCTION graph.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON graph.ledger_entry FOR EACH ROW EXECUTE FUNCTION graph.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON graph.sync_point FOR EACH ROW EXECUTE FUNCTION graph.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON graph.veto FOR EACH ROW EXECUTE FUNCTION graph.count_version();
