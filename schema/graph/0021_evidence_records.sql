-- Evidence records: what is recorded of a committee, branch, society, leading group or person with what proves it. Their kinds are data,
-- the section evidence of rule sets, so a new kind needs no table. graph.evidence_record_take_period keeps the days of each.

CREATE TABLE graph.evidence_record (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text COLLATE "C" NOT NULL CHECK (kind ~ '^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$'),
    rule_set_code text COLLATE "C" NOT NULL CHECK (rule_set_code <> ''),
    definition_id text COLLATE "C" NOT NULL GENERATED ALWAYS AS (rule_set_code || '/' || kind) STORED,
    kept_by_id bigint NOT NULL REFERENCES graph.committee,
    committee_id bigint REFERENCES graph.committee,
    branch_id bigint REFERENCES graph.branch,
    society_id bigint REFERENCES graph.society,
    leading_group_id bigint REFERENCES graph.leading_group,
    person_id bigint REFERENCES graph.person,
    subject_kind text NOT NULL GENERATED ALWAYS AS (CASE WHEN committee_id IS NOT NULL THEN 'COMMITTEE' WHEN branch_id IS NOT NULL THEN 'BRANCH'
        WHEN society_id IS NOT NULL THEN 'SOCIETY' WHEN leading_group_id IS NOT NULL THEN 'LEADING_GROUP' ELSE 'PERSON' END) STORED,
    subject_id bigint NOT NULL GENERATED ALWAYS AS (coalesce(committee_id, branch_id, society_id, leading_group_id, person_id)) STORED,
    nature text NOT NULL CHECK (nature IN ('STATE', 'EVENT')),
    held_on date NOT NULL,
    valid_during daterange CHECK (NOT isempty(valid_during) AND lower(valid_during) = held_on),
    valid_to date GENERATED ALWAYS AS (upper(valid_during)) STORED,
    content jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'),
    is_met boolean NOT NULL,
    evidence text NOT NULL CHECK (evidence <> ''),
    voided_on date,
    void_reason text CHECK (void_reason <> ''),
    version int NOT NULL DEFAULT 1,
    CONSTRAINT evidence_record_of_one CHECK (num_nonnulls(committee_id, branch_id, society_id, leading_group_id, person_id) = 1),
    CONSTRAINT evidence_record_of_a_committee_is_its_own CHECK (committee_id = kept_by_id),
    CONSTRAINT evidence_record_void_with_reason CHECK ((voided_on IS NULL) = (void_reason IS NULL)),
    CONSTRAINT evidence_record_holds_unless_void CHECK ((voided_on IS NULL) = (valid_during IS NOT NULL)),
    CONSTRAINT evidence_record_event_does_not_end CHECK (nature = 'STATE' OR valid_during IS NULL OR upper_inf(valid_during)),
    CONSTRAINT evidence_record_one_state_at_a_time EXCLUDE USING gist (subject_id WITH =, subject_kind WITH =, kind WITH =, valid_during WITH &&)
        WHERE (nature = 'STATE')
);
CREATE INDEX evidence_record_kind ON graph.evidence_record (kind, id);
CREATE INDEX evidence_record_held_on ON graph.evidence_record (held_on, id);
CREATE INDEX evidence_record_voided_on ON graph.evidence_record (voided_on, id);
CREATE INDEX evidence_record_kept_by_id ON graph.evidence_record (kept_by_id, kind);
CREATE INDEX evidence_record_committee_id ON graph.evidence_record (committee_id, kind, held_on);
CREATE INDEX evidence_record_branch_id ON graph.evidence_record (branch_id, kind, held_on);
CREATE INDEX evidence_record_society_id ON graph.evidence_record (society_id, kind, held_on);
CREATE INDEX evidence_record_leading_group_id ON graph.evidence_record (leading_group_id, kind, held_on);
CREATE INDEX evidence_record_person_id ON graph.evidence_record (person_id, kind, held_on);
COMMENT ON TABLE graph.evidence_record IS '佐证记录 What is recorded of one subject with what proves it, of a kind that a rule set defines (section evidence). Nothing recorded means unknown, never no.';
COMMENT ON COLUMN graph.evidence_record.id IS 'Key.';
COMMENT ON COLUMN graph.evidence_record.kind IS 'Code of the kind, for example CHARTER_CLAUSE 党建入章 or SIX_HAVES 六有.';
COMMENT ON COLUMN graph.evidence_record.rule_set_code IS 'Rule set whose definition of the kind it was recorded by; without a foreign key, for a rule set may go and the record stays.';
COMMENT ON COLUMN graph.evidence_record.definition_id IS 'That definition: graph.evidence_kind.id.';
COMMENT ON COLUMN graph.evidence_record.kept_by_id IS 'Committee in whose records it stands.';
COMMENT ON COLUMN graph.evidence_record.committee_id IS 'The subject, where it is a committee.';
COMMENT ON COLUMN graph.evidence_record.branch_id IS 'The subject, where it is a party organization.';
COMMENT ON COLUMN graph.evidence_record.society_id IS 'The subject, where it is a society.';
COMMENT ON COLUMN graph.evidence_record.leading_group_id IS 'The subject, where it is a leading group.';
COMMENT ON COLUMN graph.evidence_record.person_id IS 'The subject, where it is a person.';
COMMENT ON COLUMN graph.evidence_record.subject_kind IS 'COMMITTEE 科技社团党委, BRANCH 党组织, SOCIETY 科技社团, LEADING_GROUP 党建工作领导小组 or PERSON 人员.';
COMMENT ON COLUMN graph.evidence_record.subject_id IS 'Key of the subject among its kind.';
COMMENT ON COLUMN graph.evidence_record.nature IS 'STATE 状态: it holds until the next one of the kind and subject; EVENT 事件: it happened.';
COMMENT ON COLUMN graph.evidence_record.held_on IS 'Day on which it was found or happened.';
COMMENT ON COLUMN graph.evidence_record.valid_during IS 'From its day: a state until the next of its kind and subject, an event for ever; null where it is void. Left null by a writer, the database says it.';
COMMENT ON COLUMN graph.evidence_record.valid_to IS 'First day of the next state; null for the present one, for events and where it is void.';
COMMENT ON COLUMN graph.evidence_record.content IS 'Values of the fields that were stated, by name: Booleans, numbers and texts; days as YYYY-MM-DD, choices as codes. Nothing of what the kind does not define.';
COMMENT ON COLUMN graph.evidence_record.is_met IS '达标 Whether what the kind asks for is met, by the definition it was recorded by.';
COMMENT ON COLUMN graph.evidence_record.evidence IS 'What proves it, in words: a document, an article, a picture''s number.';
COMMENT ON COLUMN graph.evidence_record.voided_on IS 'Day on which it was declared void, as entered in error: it never held. Null where it stands.';
COMMENT ON COLUMN graph.evidence_record.void_reason IS 'Why it is void; null where it stands.';
COMMENT ON COLUMN graph.evidence_record.version IS 'Counts what people change, from 1; that a later record ends it is no change of it.';
