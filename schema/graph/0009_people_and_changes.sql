-- What the administration of every subject stands on: people and their posts, rules in effect, versions of what is edited, and who
-- changed what.

CREATE TABLE graph.person (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_ref text NOT NULL UNIQUE CHECK (person_ref <> '') CONSTRAINT person_ref_is_no_identity_number CHECK (person_ref !~ '^\d{17}[\dXx]$'),
    name text CHECK (name <> ''),
    sex text CHECK (sex IN ('MALE', 'FEMALE')),
    birth_year int CHECK (birth_year BETWEEN 1900 AND 2099),
    version int NOT NULL DEFAULT 1
);
COMMENT ON TABLE graph.person IS '人员 Person, as little as the work needs: no number of an identity card, no day of birth.';
COMMENT ON COLUMN graph.person.id IS 'Key.';
COMMENT ON COLUMN graph.person.person_ref IS 'Pseudonymous reference under which files and reports know the person.';
COMMENT ON COLUMN graph.person.name IS 'Name; only of those whose post needs it, null of all others. Not part of the public contract.';
COMMENT ON COLUMN graph.person.sex IS '性别 MALE or FEMALE; null where it is not stated.';
COMMENT ON COLUMN graph.person.birth_year IS 'Year of birth, for age bands; null where it is not stated. Not part of the public contract.';
COMMENT ON COLUMN graph.person.version IS 'Counts changes of the row, from 1.';

-- Each member is somebody; those who were members before persons were kept get one of the same reference.
INSERT INTO graph.person (person_ref) SELECT member_ref FROM graph.member ORDER BY id;
ALTER TABLE graph.member ADD COLUMN person_id bigint UNIQUE REFERENCES graph.person;
UPDATE graph.member SET person_id = person.id FROM graph.person WHERE person.person_ref = member.member_ref;
ALTER TABLE graph.member ALTER COLUMN person_id SET NOT NULL;
COMMENT ON COLUMN graph.member.person_id IS 'The person who is the member.';

CREATE TABLE graph.council_term (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    society_id bigint NOT NULL REFERENCES graph.society,
    term_number int NOT NULL CHECK (term_number > 0),
    started_on date NOT NULL,
    ends_on date NOT NULL,
    term_during daterange NOT NULL GENERATED ALWAYS AS (daterange(started_on, ends_on)) STORED,
    version int NOT NULL DEFAULT 1,
    UNIQUE (society_id, term_number),
    CHECK (started_on < ends_on),
    CONSTRAINT council_term_one_at_a_time EXCLUDE USING gist (society_id WITH =, term_during WITH &&)
);
CREATE INDEX council_term_society_id ON graph.council_term (society_id) INCLUDE (term_during);
COMMENT ON TABLE graph.council_term IS '理事会届次 One term of a society''s council.';
COMMENT ON COLUMN graph.council_term.id IS 'Key.';
COMMENT ON COLUMN graph.council_term.society_id IS 'The society.';
COMMENT ON COLUMN graph.council_term.term_number IS '第几届 Number of the term, from 1.';
COMMENT ON COLUMN graph.council_term.started_on IS 'First day.';
COMMENT ON COLUMN graph.council_term.ends_on IS 'First day after the term: 换届 the day of its renewal.';
COMMENT ON COLUMN graph.council_term.term_during IS 'The days of the term.';
COMMENT ON COLUMN graph.council_term.version IS 'Counts changes of the row, from 1.';

CREATE TABLE graph.appointment (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id bigint NOT NULL REFERENCES graph.person,
    post text NOT NULL,
    branch_id bigint REFERENCES graph.branch,
    council_term_id bigint REFERENCES graph.council_term,
    committee_id bigint REFERENCES graph.committee,
    society_id bigint REFERENCES graph.society,
    valid_during daterange NOT NULL CHECK (NOT isempty(valid_during)),
    valid_from date GENERATED ALWAYS AS (lower(valid_during)) STORED,
    valid_to date GENERATED ALWAYS AS (upper(valid_during)) STORED,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT appointment_post_fits_place CHECK (CASE
        WHEN post IN ('BRANCH_SECRETARY', 'DEPUTY_BRANCH_SECRETARY', 'BRANCH_COMMITTEE_MEMBER')
            THEN branch_id IS NOT NULL AND num_nonnulls(council_term_id, committee_id, society_id) = 0
        WHEN post IN ('COUNCIL_CHAIR', 'COUNCIL_VICE_CHAIR', 'SECRETARY_GENERAL', 'COUNCIL_MEMBER')
            THEN council_term_id IS NOT NULL AND num_nonnulls(branch_id, committee_id, society_id) = 0
        WHEN post IN ('COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER')
            THEN committee_id IS NOT NULL AND num_nonnulls(branch_id, council_term_id, society_id) = 0
        WHEN post IN ('LIAISON_OFFICER', 'FULL_TIME_OFFICER')
            THEN society_id IS NOT NULL AND num_nonnulls(branch_id, council_term_id, committee_id) = 0
        ELSE false
    END),
    CONSTRAINT appointment_one_branch_secretary EXCLUDE USING gist (branch_id WITH =, valid_during WITH &&) WHERE (post = 'BRANCH_SECRETARY'),
    CONSTRAINT appointment_one_council_chair EXCLUDE USING gist (council_term_id WITH =, valid_during WITH &&) WHERE (post = 'COUNCIL_CHAIR'),
    CONSTRAINT appointment_one_committee_secretary EXCLUDE USING gist (committee_id WITH =, valid_during WITH &&) WHERE (post = 'COMMITTEE_SECRETARY'),
    CONSTRAINT appointment_held_once EXCLUDE USING gist (
        person_id WITH =, post WITH =, (coalesce(branch_id, council_term_id, committee_id, society_id)) WITH =, valid_during WITH &&)
);
CREATE INDEX appointment_person_id ON graph.appointment (person_id) INCLUDE (valid_during, post);
CREATE INDEX appointment_branch_id ON graph.appointment (branch_id, post) INCLUDE (valid_during, person_id);
CREATE INDEX appointment_council_term_id ON graph.appointment (council_term_id, post) INCLUDE (valid_during, person_id);
CREATE INDEX appointment_committee_id ON graph.appointment (committee_id, post) INCLUDE (valid_during, person_id);
CREATE INDEX appointment_society_id ON graph.appointment (society_id, post) INCLUDE (valid_during, person_id);
COMMENT ON TABLE graph.appointment IS '任职 Posts of people over time, in a branch, a council, a committee or a society.';
COMMENT ON COLUMN graph.appointment.id IS 'Key.';
COMMENT ON COLUMN graph.appointment.person_id IS 'Who holds the post.';
COMMENT ON COLUMN graph.appointment.post IS '职务 BRANCH_SECRETARY 支部书记, DEPUTY_BRANCH_SECRETARY 支部副书记, BRANCH_COMMITTEE_MEMBER 支委, COUNCIL_CHAIR 理事长, COUNCIL_VICE_CHAIR 副理事长, SECRETARY_GENERAL 秘书长, COUNCIL_MEMBER 理事, COMMITTEE_SECRETARY 党委书记, COMMITTEE_MEMBER 党委委员, LIAISON_OFFICER 联络员, FULL_TIME_OFFICER 专职党务干部.';
COMMENT ON COLUMN graph.appointment.branch_id IS 'The branch, for its posts.';
COMMENT ON COLUMN graph.appointment.council_term_id IS 'The term of the council, for its posts.';
COMMENT ON COLUMN graph.appointment.committee_id IS 'The committee, for its posts.';
COMMENT ON COLUMN graph.appointment.society_id IS 'The society, for its officers.';
COMMENT ON COLUMN graph.appointment.valid_during IS 'Days on which this holds.';
COMMENT ON COLUMN graph.appointment.valid_from IS 'First day; null where the start is not stated.';
COMMENT ON COLUMN graph.appointment.valid_to IS 'First day after it; null while it lasts.';
COMMENT ON COLUMN graph.appointment.version IS 'Counts changes of the row, from 1.';

-- Versions: what somebody read and now writes back must not undo what another wrote in between.
CREATE FUNCTION graph.count_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Where columns are generated the rows always differ here, and each update counts.
    IF NEW IS DISTINCT FROM OLD THEN
        NEW.version := OLD.version + 1;
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION graph.count_version IS 'Counts the column version up on each change of a row.';

ALTER TABLE graph.society ADD COLUMN version int NOT NULL DEFAULT 1;
ALTER TABLE graph.supporting_unit ADD COLUMN version int NOT NULL DEFAULT 1;
ALTER TABLE graph.branch ADD COLUMN version int NOT NULL DEFAULT 1;
ALTER TABLE graph.member ADD COLUMN version int NOT NULL DEFAULT 1;
COMMENT ON COLUMN graph.society.version IS 'Counts changes of the row, from 1.';
COMMENT ON COLUMN graph.supporting_unit.version IS 'Counts changes of the row, from 1.';
COMMENT ON COLUMN graph.branch.version IS 'Counts changes of the row, from 1.';
COMMENT ON COLUMN graph.member.version IS 'Counts changes of the row, from 1.';
CREATE TRIGGER count_version BEFORE UPDATE ON graph.society FOR EACH ROW EXECUTE FUNCTION graph.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON graph.supporting_unit FOR EACH ROW EXECUTE FUNCTION graph.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON graph.branch FOR EACH ROW EXECUTE FUNCTION graph.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON graph.member FOR EACH ROW EXECUTE FUNCTION graph.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON graph.person FOR EACH ROW EXECUTE FUNCTION graph.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON graph.council_term FOR EACH ROW EXECUTE FUNCTION graph.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON graph.appointment FOR EACH ROW EXECUTE FUNCTION graph.count_version();

-- Rules in effect. A rule set holds what one document says; what it is silent about is found in the wider region's, and in the end
-- in the default one. They are looked up for every council and every meeting, so a look-up must be cheap: with the chain of regions at
-- hand and each section in a row of its own it costs a tenth of walking the regions and unpacking whole rule sets.
ALTER TABLE graph.region ADD COLUMN around text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN graph.region.around IS 'The region and all that contain it, from itself outwards; kept by a trigger.';

CREATE FUNCTION graph.region_keep_around() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    WITH RECURSIVE chain (code, around) AS (
        SELECT r.code, ARRAY[r.code::text] FROM graph.region AS r WHERE r.parent_code IS NULL
        UNION ALL
        SELECT r.code, r.code::text || c.around FROM chain AS c JOIN graph.region AS r ON r.parent_code = c.code
    )
    UPDATE graph.region AS r SET around = c.around FROM chain AS c WHERE c.code = r.code AND r.around <> c.around;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.region_keep_around IS 'Keeps graph.region.around what the parents say.';
CREATE TRIGGER region_keep_around AFTER INSERT OR UPDATE OF code, parent_code ON graph.region
    FOR EACH STATEMENT EXECUTE FUNCTION graph.region_keep_around();
UPDATE graph.region SET parent_code = parent_code;

CREATE TABLE graph.rule_set_section (
    section text NOT NULL,
    rule_set_id bigint NOT NULL REFERENCES graph.rule_set ON DELETE CASCADE,
    rule_set_code text NOT NULL,
    region_code text NOT NULL,
    is_default boolean NOT NULL,
    effective_from date,
    effective_to date,
    content jsonb NOT NULL,
    PRIMARY KEY (section, rule_set_id)
);
ALTER TABLE graph.rule_set_section ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE INDEX rule_set_section_rule_set_id ON graph.rule_set_section (rule_set_id);
COMMENT ON TABLE graph.rule_set_section IS 'The sections of the rule sets, one row each, beside what decides where and when they hold. Follows graph.rule_set.';
COMMENT ON COLUMN graph.rule_set_section.section IS 'Name of the section, for example coverage.';
COMMENT ON COLUMN graph.rule_set_section.rule_set_id IS 'The rule set.';
COMMENT ON COLUMN graph.rule_set_section.rule_set_code IS 'Its code.';
COMMENT ON COLUMN graph.rule_set_section.region_code IS 'Its jurisdiction.';
COMMENT ON COLUMN graph.rule_set_section.is_default IS 'Whether it is the default one.';
COMMENT ON COLUMN graph.rule_set_section.effective_from IS 'First day of effect; null: since ever.';
COMMENT ON COLUMN graph.rule_set_section.effective_to IS 'First day without effect; null: still in effect.';
COMMENT ON COLUMN graph.rule_set_section.content IS 'What it says.';

CREATE FUNCTION graph.rule_set_keep_sections() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM graph.rule_set_section WHERE rule_set_id = NEW.id;
    INSERT INTO graph.rule_set_section (section, rule_set_id, rule_set_code, region_code, is_default, effective_from, effective_to, content)
    SELECT part.key, NEW.id, NEW.code, NEW.region_code, NEW.is_default, NEW.effective_from, NEW.effective_to, part.value
    FROM jsonb_each(NEW.content) AS part
    WHERE jsonb_typeof(part.value) = 'object' AND part.key <> 'document';
    RETURN NULL;
END $$;
COMMENT ON FUNCTION graph.rule_set_keep_sections IS 'Keeps graph.rule_set_section what graph.rule_set says.';
CREATE TRIGGER rule_set_keep_sections AFTER INSERT OR UPDATE ON graph.rule_set
    FOR EACH ROW EXECUTE FUNCTION graph.rule_set_keep_sections();
UPDATE graph.rule_set SET code = code;

-- The planner writes its text into the statement that asks, behind a limit, so that it runs once a row and not once per use.
CREATE FUNCTION graph.rules_in_effect(region char(6), section text, on_day date) RETURNS TABLE (content jsonb, rule_set_code text)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT s.content, s.rule_set_code
FROM graph.rule_set_section AS s
LEFT JOIN graph.region AS r ON r.code = rules_in_effect.region
WHERE s.section = rules_in_effect.section AND (s.is_default OR s.region_code = ANY (r.around))
  AND (s.effective_from IS NULL OR s.effective_from <= on_day) AND (s.effective_to IS NULL OR on_day < s.effective_to)
ORDER BY s.is_default, array_position(r.around, s.region_code), s.effective_from DESC NULLS LAST, s.rule_set_code DESC
LIMIT 1
$$;
COMMENT ON FUNCTION graph.rules_in_effect IS 'A section of the rules in effect in a region on a day, and the rule set that it stands in: the nearest one that has it, the latest of several, else the default one; no row where none has it.';

CREATE FUNCTION graph.rule_section(region char(6), section text, on_day date) RETURNS jsonb
    LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (SELECT content FROM graph.rules_in_effect(region, section, on_day));
END $$;
COMMENT ON FUNCTION graph.rule_section IS 'The section alone, null where there is none, for places that take no row.';

-- Who changed what. Inputs are not kept, for they may tell of people; their hash is, to know a repeated request by.
CREATE TABLE graph.change (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor text NOT NULL CHECK (actor <> ''),
    mutation text NOT NULL CHECK (mutation <> ''),
    subject_type text NOT NULL,
    subject_id bigint NOT NULL,
    idempotency_key text CHECK (idempotency_key <> ''),
    input_hash text NOT NULL CHECK (input_hash ~ '^[0-9a-f]{64}$'),
    CONSTRAINT change_idempotency_key UNIQUE (actor, idempotency_key)
);
CREATE INDEX change_subject ON graph.change (subject_type, subject_id, id);
COMMENT ON TABLE graph.change IS '变更记录 One row per mutation that changed something; never changed and never removed.';
COMMENT ON COLUMN graph.change.id IS 'Key, in the order of the changes.';
COMMENT ON COLUMN graph.change.changed_at IS 'When.';
COMMENT ON COLUMN graph.change.actor IS 'Who, as the caller was known.';
COMMENT ON COLUMN graph.change.mutation IS 'Name of the mutation.';
COMMENT ON COLUMN graph.change.subject_type IS 'Type of what it answered with.';
COMMENT ON COLUMN graph.change.subject_id IS 'Key of what it answered with.';
COMMENT ON COLUMN graph.change.idempotency_key IS 'Key under which the caller may repeat the request; null where none was given.';
COMMENT ON COLUMN graph.change.input_hash IS 'SHA-256 of mutation and input.';

CREATE FUNCTION graph.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of %.% are kept as they are', TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_TABLE_NAME || '_is_kept';
END $$;
COMMENT ON FUNCTION graph.refuse_change IS 'Refuses to change or remove rows that are kept for ever.';
CREATE TRIGGER change_is_kept BEFORE UPDATE OR DELETE ON graph.change FOR EACH ROW EXECUTE FUNCTION graph.refuse_change();
