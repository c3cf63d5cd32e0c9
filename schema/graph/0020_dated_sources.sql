-- What societies, branches, supporting units, committees and memberships were, with the days on which they were it. The row itself says what
-- holds now and since when; triggers (views/graph.keep_past.sql) keep what
-- it replaces.

CREATE TABLE graph.society_past (
    society_id bigint NOT NULL REFERENCES graph.society ON DELETE CASCADE,
    name text NOT NULL,
    kind text,
    level text NOT NULL,
    discipline_code text REFERENCES graph.discipline,
    operating_state text,
    committee_id bigint NOT NULL REFERENCES graph.committee,
    valid_during daterange NOT NULL CHECK (NOT isempty(valid_during) AND NOT upper_inf(valid_during)),
    CONSTRAINT society_past_one_at_a_time EXCLUDE USING gist (society_id WITH =, valid_during WITH &&)
);
CREATE INDEX society_past_committee_id ON graph.society_past (committee_id);
CREATE INDEX society_past_discipline_code ON graph.society_past (discipline_code);
ALTER TABLE graph.society ADD COLUMN attributes_since date;

CREATE TABLE graph.branch_past (
    branch_id bigint NOT NULL REFERENCES graph.branch ON DELETE CASCADE,
    name text NOT NULL,
    form text NOT NULL,
    committee_id bigint NOT NULL REFERENCES graph.committee,
    valid_during daterange NOT NULL CHECK (NOT isempty(valid_during) AND NOT upper_inf(valid_during)),
    CONSTRAINT branch_past_one_at_a_time EXCLUDE USING gist (branch_id WITH =, valid_during WITH &&)
);
CREATE INDEX branch_past_committee_id ON graph.branch_past (committee_id);
ALTER TABLE graph.branch ADD COLUMN attributes_since date;

CREATE TABLE graph.supporting_unit_past (
    supporting_unit_id bigint NOT NULL REFERENCES graph.supporting_unit ON DELETE CASCADE,
    name text NOT NULL,
    region_code char(6) REFERENCES graph.region,
    valid_during daterange NOT NULL CHECK (NOT isempty(valid_during) AND NOT upper_inf(valid_during)),
    CONSTRAINT supporting_unit_past_one_at_a_time EXCLUDE USING gist (supporting_unit_id WITH =, valid_during WITH &&)
);
CREATE INDEX supporting_unit_past_region_code ON graph.supporting_unit_past (region_code);
ALTER TABLE graph.supporting_unit ADD COLUMN attributes_since date;

CREATE TABLE graph.committee_past (
    committee_id bigint NOT NULL REFERENCES graph.committee ON DELETE CASCADE,
    name text NOT NULL,
    region_code char(6) NOT NULL REFERENCES graph.region,
    valid_during daterange NOT NULL CHECK (NOT isempty(valid_during) AND NOT upper_inf(valid_during)),
    CONSTRAINT committee_past_one_at_a_time EXCLUDE USING gist (committee_id WITH =, valid_during WITH &&)
);
CREATE INDEX committee_past_region_code ON graph.committee_past (region_code);
ALTER TABLE graph.committee ADD COLUMN attributes_since date;

-- The society of a branch may change: a society is merged into another, a joint branch takes one more in.
CREATE TABLE graph.branch_society_past (
    branch_id bigint NOT NULL REFERENCES graph.branch ON DELETE CASCADE,
    society_id bigint NOT NULL REFERENCES graph.society ON DELETE CASCADE,
    is_lead boolean NOT NULL,
    valid_during daterange NOT NULL CHECK (NOT isempty(valid_during) AND NOT upper_inf(valid_during)),
    CONSTRAINT branch_society_past_one_at_a_time EXCLUDE USING gist (branch_id WITH =, society_id WITH =, valid_during WITH &&)
);
CREATE INDEX branch_society_past_society_id ON graph.branch_society_past (society_id);
ALTER TABLE graph.branch_society ADD COLUMN since date;

CREATE TABLE graph.member_branch_past (
    member_id bigint NOT NULL REFERENCES graph.member ON DELETE CASCADE,
    branch_id bigint NOT NULL REFERENCES graph.branch ON DELETE CASCADE,
    valid_during daterange NOT NULL CHECK (NOT isempty(valid_during) AND NOT upper_inf(valid_during)),
    CONSTRAINT member_branch_past_one_at_a_time EXCLUDE USING gist (member_id WITH =, valid_during WITH &&)
);
CREATE INDEX member_branch_past_branch_id ON graph.member_branch_past (branch_id);
ALTER TABLE graph.member ADD COLUMN branch_since date;

-- What is known of the past already: where a member's affiliation was with another branch.
INSERT INTO graph.member_branch_past (member_id, branch_id, valid_during)
SELECT p.member_id, p.branch_id, p.valid_during
FROM graph.affiliation_past AS p JOIN graph.member AS m ON m.id = p.member_id
WHERE p.branch_id IS NOT NULL AND p.branch_id <> m.branch_id;
UPDATE graph.member AS m SET branch_since = p.until
FROM (SELECT member_id, max(upper(valid_during)) AS until FROM graph.member_branch_past GROUP BY member_id) AS p WHERE p.member_id = m.id;

COMMENT ON TABLE graph.society_past IS 'What societies were, on days that are over: a row per society and period with the same attributes. What holds now stands in graph.society.';
COMMENT ON COLUMN graph.society_past.society_id IS 'The society.';
COMMENT ON COLUMN graph.society_past.name IS 'Name.';
COMMENT ON COLUMN graph.society_past.kind IS 'Kind.';
COMMENT ON COLUMN graph.society_past.level IS 'Level.';
COMMENT ON COLUMN graph.society_past.discipline_code IS 'Discipline.';
COMMENT ON COLUMN graph.society_past.operating_state IS 'Operating state.';
COMMENT ON COLUMN graph.society_past.committee_id IS 'Committee.';
COMMENT ON COLUMN graph.society_past.valid_during IS 'Days on which it was so; without a lower bound where the start is not stated.';
COMMENT ON COLUMN graph.society.attributes_since IS 'First day of name, kind, level, discipline, operating state and committee as they are; null where the start is not stated.';
COMMENT ON TABLE graph.branch_past IS 'What party organizations were, on days that are over: a row per branch and period with the same attributes. What holds now stands in graph.branch.';
COMMENT ON COLUMN graph.branch_past.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.branch_past.name IS 'Name.';
COMMENT ON COLUMN graph.branch_past.form IS 'Form.';
COMMENT ON COLUMN graph.branch_past.committee_id IS 'Committee.';
COMMENT ON COLUMN graph.branch_past.valid_during IS 'Days on which it was so; without a lower bound where the start is not stated.';
COMMENT ON COLUMN graph.branch.attributes_since IS 'First day of name, form and committee as they are; null where the start is not stated.';
COMMENT ON TABLE graph.supporting_unit_past IS 'What supporting units were, on days that are over: a row per unit and period with the same attributes. What holds now stands in graph.supporting_unit.';
COMMENT ON COLUMN graph.supporting_unit_past.supporting_unit_id IS 'The unit.';
COMMENT ON COLUMN graph.supporting_unit_past.name IS 'Name.';
COMMENT ON COLUMN graph.supporting_unit_past.region_code IS 'Region.';
COMMENT ON COLUMN graph.supporting_unit_past.valid_during IS 'Days on which it was so; without a lower bound where the start is not stated.';
COMMENT ON COLUMN graph.supporting_unit.attributes_since IS 'First day of name and region as they are; null where the start is not stated.';
COMMENT ON TABLE graph.committee_past IS 'What committees were, on days that are over: a row per committee and period with the same attributes. What holds now stands in graph.committee.';
COMMENT ON COLUMN graph.committee_past.committee_id IS 'The committee.';
COMMENT ON COLUMN graph.committee_past.name IS 'Name.';
COMMENT ON COLUMN graph.committee_past.region_code IS 'Region.';
COMMENT ON COLUMN graph.committee_past.valid_during IS 'Days on which it was so; without a lower bound where the start is not stated.';
COMMENT ON COLUMN graph.committee.attributes_since IS 'First day of name and region as they are; null where the start is not stated.';
COMMENT ON TABLE graph.branch_society_past IS 'Which societies a branch stood in, on days that are over. What holds now stands in graph.branch_society.';
COMMENT ON COLUMN graph.branch_society_past.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.branch_society_past.society_id IS 'The society.';
COMMENT ON COLUMN graph.branch_society_past.is_lead IS 'Whether it was the branch''s lead society.';
COMMENT ON COLUMN graph.branch_society_past.valid_during IS 'Days on which it was so; without a lower bound where it was so since the branch began.';
COMMENT ON COLUMN graph.branch_society.since IS 'First day; null where it is so since the branch began.';
COMMENT ON TABLE graph.member_branch_past IS 'Which branch a member belonged to, on days that are over. What holds now stands in graph.member.';
COMMENT ON COLUMN graph.member_branch_past.member_id IS 'The member.';
COMMENT ON COLUMN graph.member_branch_past.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.member_branch_past.valid_during IS 'Days on which it was so; without a lower bound where the start is not stated.';
COMMENT ON COLUMN graph.member.branch_since IS 'First day in its branch; null where the start is not stated.';
