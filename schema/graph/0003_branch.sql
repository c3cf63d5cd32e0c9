-- Party organizations of societies, their categories over time, and instructors.

CREATE TABLE graph.branch (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    committee_id bigint NOT NULL REFERENCES graph.committee,
    form text NOT NULL CHECK (form IN ('PARTY_COMMITTEE', 'GENERAL_BRANCH', 'BRANCH', 'JOINT_BRANCH', 'FUNCTIONAL_BRANCH', 'WORK_GROUP')),
    status text NOT NULL CHECK (status IN ('PROPOSED', 'ESTABLISHED', 'DISSOLVED')),
    status_since date,
    UNIQUE (committee_id, name)
);
CREATE INDEX branch_name ON graph.branch (name);
CREATE INDEX branch_name_trgm ON graph.branch USING gin (name gin_trgm_ops);
CREATE INDEX branch_status ON graph.branch (status);
CREATE INDEX branch_status_since ON graph.branch (status_since);
CREATE INDEX branch_form ON graph.branch (form);
COMMENT ON TABLE graph.branch IS '党组织 Party organization of one or more societies, in whatever form; most are branches 党支部.';
COMMENT ON COLUMN graph.branch.id IS 'Key.';
COMMENT ON COLUMN graph.branch.name IS 'Name as published; nothing is corrected.';
COMMENT ON COLUMN graph.branch.committee_id IS 'The society party committee above it.';
COMMENT ON COLUMN graph.branch.form IS '组织形式 PARTY_COMMITTEE 党委, GENERAL_BRANCH 党总支, BRANCH 党支部, JOINT_BRANCH 联合党支部, FUNCTIONAL_BRANCH 功能型特设党支部, WORK_GROUP 党的工作小组.';
COMMENT ON COLUMN graph.branch.status IS '状态 PROPOSED 推进中, ESTABLISHED 已成立, DISSOLVED 已撤销: the present one.';
COMMENT ON COLUMN graph.branch.status_since IS 'First day of the present status; null where it is not stated.';

CREATE TABLE graph.branch_status_period (
    branch_id bigint NOT NULL REFERENCES graph.branch ON DELETE CASCADE,
    status text NOT NULL CHECK (status IN ('PROPOSED', 'ESTABLISHED', 'DISSOLVED')),
    valid_during daterange NOT NULL,
    EXCLUDE USING gist (branch_id WITH =, valid_during WITH &&)
);
COMMENT ON TABLE graph.branch_status_period IS 'Status of a branch over time; kept by a trigger on graph.branch.';
COMMENT ON COLUMN graph.branch_status_period.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.branch_status_period.status IS 'Its status.';
COMMENT ON COLUMN graph.branch_status_period.valid_during IS 'Days on which this holds; empty where a later status took all of it.';

CREATE FUNCTION graph.branch_keep_status_history() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    open_from date;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.status = OLD.status AND NEW.status_since IS NOT DISTINCT FROM OLD.status_since THEN
            RETURN NULL;
        END IF;
        IF NEW.status = OLD.status THEN
            -- The same status, better dated: the open period moves its start, but not into the period before it.
            IF EXISTS (
                SELECT FROM graph.branch_status_period
                WHERE branch_id = NEW.id AND NOT upper_inf(valid_during) AND (NEW.status_since IS NULL OR NEW.status_since < upper(valid_during))
            ) THEN
                RAISE EXCEPTION 'branch % would be % before its earlier status ends', NEW.id, NEW.status
                    USING ERRCODE = 'check_violation', CONSTRAINT = 'branch_status_change_is_dated',
                          HINT = 'Set status_since to a day on or after the end of the earlier status.';
            END IF;
            UPDATE graph.branch_status_period SET valid_during = daterange(NEW.status_since, NULL)
            WHERE branch_id = NEW.id AND upper_inf(valid_during);
            RETURN NULL;
        END IF;
        SELECT lower(valid_during) INTO open_from FROM graph.branch_status_period WHERE branch_id = NEW.id AND upper_inf(valid_during);
        IF NEW.status_since IS NULL OR NEW.status_since < open_from THEN
            RAISE EXCEPTION 'branch % changes from % to % without a later date', NEW.id, OLD.status, NEW.status
                USING ERRCODE = 'check_violation', CONSTRAINT = 'branch_status_change_is_dated',
                      HINT = 'Set status_since to the first day of the new status.';
        END IF;
        UPDATE graph.branch_status_period SET valid_during = daterange(lower(valid_during), NEW.status_since)
        WHERE branch_id = NEW.id AND upper_inf(valid_during);
    END IF;
    INSERT INTO graph.branch_status_period (branch_id, status, valid_during)
    VALUES (NEW.id, NEW.status, daterange(NEW.status_since, NULL));
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.branch_keep_status_history IS 'Writes graph.branch_status_period as graph.branch changes.';
CREATE TRIGGER branch_keep_status_history AFTER INSERT OR UPDATE ON graph.branch
    FOR EACH ROW EXECUTE FUNCTION graph.branch_keep_status_history();

CREATE TABLE graph.branch_society (
    branch_id bigint NOT NULL REFERENCES graph.branch ON DELETE CASCADE,
    society_id bigint NOT NULL REFERENCES graph.society,
    is_lead boolean NOT NULL DEFAULT true,
    PRIMARY KEY (branch_id, society_id)
);
CREATE UNIQUE INDEX branch_society_one_lead ON graph.branch_society (branch_id) WHERE is_lead;
CREATE INDEX branch_society_society_id ON graph.branch_society (society_id);
COMMENT ON TABLE graph.branch_society IS 'Which societies a branch stands for; several for a joint branch.';
COMMENT ON COLUMN graph.branch_society.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.branch_society.society_id IS 'The society.';
COMMENT ON COLUMN graph.branch_society.is_lead IS 'True for the society that leads a joint branch, and for the only society of any other branch.';

CREATE TABLE graph.branch_category_period (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    branch_id bigint NOT NULL REFERENCES graph.branch ON DELETE CASCADE,
    category text NOT NULL CHECK (category IN ('A', 'B', 'C', 'UNCLASSIFIED')),
    valid_during daterange NOT NULL CHECK (NOT isempty(valid_during)),
    valid_from date GENERATED ALWAYS AS (lower(valid_during)) STORED,
    valid_to date GENERATED ALWAYS AS (upper(valid_during)) STORED,
    policy_document_id bigint REFERENCES graph.policy_document,
    CONSTRAINT branch_category_period_no_overlap EXCLUDE USING gist (branch_id WITH =, valid_during WITH &&)
);
CREATE INDEX branch_category_period_branch_id ON graph.branch_category_period (branch_id);
CREATE INDEX branch_category_period_category ON graph.branch_category_period (category);
CREATE INDEX branch_category_period_policy_document_id ON graph.branch_category_period (policy_document_id);
COMMENT ON TABLE graph.branch_category_period IS '分类 Category of a branch over time (000 §二); on a day without a period the branch is UNCLASSIFIED.';
COMMENT ON COLUMN graph.branch_category_period.id IS 'Key.';
COMMENT ON COLUMN graph.branch_category_period.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.branch_category_period.category IS 'A 直管, B 双重管理, C 功能型特设 or UNCLASSIFIED.';
COMMENT ON COLUMN graph.branch_category_period.valid_during IS 'Days on which this holds.';
COMMENT ON COLUMN graph.branch_category_period.valid_from IS 'First day; null where the start is not stated.';
COMMENT ON COLUMN graph.branch_category_period.valid_to IS 'First day after the period; null while it lasts.';
COMMENT ON COLUMN graph.branch_category_period.policy_document_id IS 'The document that states it; null where none does.';

CREATE TABLE graph.instructor_assignment (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    society_id bigint NOT NULL REFERENCES graph.society,
    instructor_ref text NOT NULL CHECK (instructor_ref <> ''),
    valid_during daterange NOT NULL CHECK (NOT isempty(valid_during)),
    EXCLUDE USING gist (society_id WITH =, instructor_ref WITH =, valid_during WITH &&)
);
COMMENT ON TABLE graph.instructor_assignment IS '党建指导员 Instructor sent to a society, over time (001 §7, 002 §8).';
COMMENT ON COLUMN graph.instructor_assignment.id IS 'Key.';
COMMENT ON COLUMN graph.instructor_assignment.society_id IS 'The society that the instructor guides.';
COMMENT ON COLUMN graph.instructor_assignment.instructor_ref IS 'Pseudonymous reference of the instructor: no name is kept.';
COMMENT ON COLUMN graph.instructor_assignment.valid_during IS 'Days on which this holds.';
