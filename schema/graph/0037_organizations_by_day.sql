-- Which party organization leads which (002 §3), which team supervises a consortium and who is in a team: each with its days, and with who entered them.

CREATE TABLE graph.branch_parent (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    branch_id bigint NOT NULL REFERENCES graph.branch ON DELETE CASCADE,
    parent_id bigint NOT NULL REFERENCES graph.branch ON DELETE CASCADE,
    valid_during daterange NOT NULL CHECK (NOT isempty(valid_during)),
    valid_from date GENERATED ALWAYS AS (lower(valid_during)) STORED,
    valid_to date GENERATED ALWAYS AS (upper(valid_during)) STORED,
    entered_by text CHECK (entered_by <> ''),
    entered_at timestamptz,
    ended_by text CHECK (ended_by <> ''),
    ended_at timestamptz,
    CONSTRAINT branch_parent_not_itself CHECK (branch_id <> parent_id),
    CONSTRAINT branch_parent_one_at_a_time EXCLUDE USING gist (branch_id WITH =, valid_during WITH &&)
);
CREATE INDEX branch_parent_branch_id ON graph.branch_parent (branch_id) INCLUDE (valid_during, parent_id);
CREATE INDEX branch_parent_parent_id ON graph.branch_parent (parent_id) INCLUDE (valid_during, branch_id);
COMMENT ON TABLE graph.branch_parent IS '隶属 Which party committee or general branch leads a party organization, over time: one at most on any day (002 §3). Without a row the committee leads it directly.';
COMMENT ON COLUMN graph.branch_parent.id IS 'Key.';
COMMENT ON COLUMN graph.branch_parent.branch_id IS 'The organization below.';
COMMENT ON COLUMN graph.branch_parent.parent_id IS 'The organization that leads it.';
COMMENT ON COLUMN graph.branch_parent.valid_during IS 'Days on which this holds.';
COMMENT ON COLUMN graph.branch_parent.valid_from IS 'First day; null where the start is not stated.';
COMMENT ON COLUMN graph.branch_parent.valid_to IS 'First day after it; null while it lasts.';
COMMENT ON COLUMN graph.branch_parent.entered_by IS 'Who entered it, as the caller was known; null of what no mutation entered.';
COMMENT ON COLUMN graph.branch_parent.entered_at IS 'When it was entered; null of what no mutation entered.';
COMMENT ON COLUMN graph.branch_parent.ended_by IS 'Who entered its end, as the caller was known; null while it lasts, and where no mutation ended it.';
COMMENT ON COLUMN graph.branch_parent.ended_at IS 'When its end was entered; null while it lasts, and where no mutation ended it.';

-- Consortia: since when a branch is in one was kept already; who entered it is kept from now on.
ALTER TABLE graph.consortium_branch
    ADD COLUMN entered_by text CHECK (entered_by <> ''),
    ADD COLUMN entered_at timestamptz,
    ADD COLUMN ended_by text CHECK (ended_by <> ''),
    ADD COLUMN ended_at timestamptz;
COMMENT ON COLUMN graph.consortium_branch.entered_by IS 'Who entered it, as the caller was known; null of what no mutation entered, and of what was entered before this was kept.';
COMMENT ON COLUMN graph.consortium_branch.entered_at IS 'When it was entered; null likewise.';
COMMENT ON COLUMN graph.consortium_branch.ended_by IS 'Who entered its end, as the caller was known; null while it lasts, and where no mutation ended it.';
COMMENT ON COLUMN graph.consortium_branch.ended_at IS 'When its end was entered; null while it lasts, and where no mutation ended it.';

CREATE TABLE graph.consortium_supervision (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consortium_id bigint NOT NULL REFERENCES graph.consortium,
    supervision_team_id bigint NOT NULL REFERENCES graph.supervision_team,
    valid_during daterange NOT NULL CHECK (NOT isempty(valid_during)),
    valid_from date GENERATED ALWAYS AS (lower(valid_during)) STORED,
    valid_to date GENERATED ALWAYS AS (upper(valid_during)) STORED,
    entered_by text CHECK (entered_by <> ''),
    entered_at timestamptz,
    ended_by text CHECK (ended_by <> ''),
    ended_at timestamptz,
    CONSTRAINT consortium_supervision_one_at_a_time EXCLUDE USING gist (consortium_id WITH =, valid_during WITH &&)
);
CREATE INDEX consortium_supervision_consortium_id ON graph.consortium_supervision (consortium_id) INCLUDE (valid_during, supervision_team_id);
CREATE INDEX consortium_supervision_supervision_team_id ON graph.consortium_supervision (supervision_team_id) INCLUDE (valid_during, consortium_id);
COMMENT ON TABLE graph.consortium_supervision IS 'Which team supervises a consortium, over time: one at most on any day (004 第六条（二）).';
COMMENT ON COLUMN graph.consortium_supervision.id IS 'Key.';
COMMENT ON COLUMN graph.consortium_supervision.consortium_id IS 'The consortium.';
COMMENT ON COLUMN graph.consortium_supervision.supervision_team_id IS 'The team.';
COMMENT ON COLUMN graph.consortium_supervision.valid_during IS 'Days on which this holds.';
COMMENT ON COLUMN graph.consortium_supervision.valid_from IS 'First day; null where the start is not stated.';
COMMENT ON COLUMN graph.consortium_supervision.valid_to IS 'First day after it; null while it lasts.';
COMMENT ON COLUMN graph.consortium_supervision.entered_by IS 'Who entered it, as the caller was known; null of what no mutation entered, and of what was entered before this was kept.';
COMMENT ON COLUMN graph.consortium_supervision.entered_at IS 'When it was entered; null likewise.';
COMMENT ON COLUMN graph.consortium_supervision.ended_by IS 'Who entered its end, as the caller was known; null while it lasts.';
COMMENT ON COLUMN graph.consortium_supervision.ended_at IS 'When its end was entered; null while it lasts.';

-- A consortium had one team, from its own first day on.
INSERT INTO graph.consortium_supervision (consortium_id, supervision_team_id, valid_during)
SELECT c.id, c.supervision_team_id,
       daterange((SELECT CASE WHEN NOT bool_or(lower_inf(b.valid_during)) THEN min(lower(b.valid_during)) END
                  FROM graph.consortium_branch AS b WHERE b.consortium_id = c.id), NULL)
FROM graph.consortium AS c WHERE c.supervision_team_id IS NOT NULL;
ALTER TABLE graph.consortium DROP COLUMN supervision_team_id;

CREATE TABLE graph.supervision_team_member (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    supervision_team_id bigint NOT NULL REFERENCES graph.supervision_team,
    person_id bigint NOT NULL REFERENCES graph.person,
    is_leader boolean NOT NULL,
    valid_during daterange NOT NULL CHECK (NOT isempty(valid_during)),
    valid_from date GENERATED ALWAYS AS (lower(valid_during)) STORED,
    valid_to date GENERATED ALWAYS AS (upper(valid_during)) STORED,
    entered_by text CHECK (entered_by <> ''),
    entered_at timestamptz,
    ended_by text CHECK (ended_by <> ''),
    ended_at timestamptz,
    CONSTRAINT supervision_team_member_once EXCLUDE USING gist (supervision_team_id WITH =, person_id WITH =, valid_during WITH &&),
    CONSTRAINT supervision_team_member_one_leads EXCLUDE USING gist (supervision_team_id WITH =, valid_during WITH &&) WHERE (is_leader)
);
CREATE INDEX supervision_team_member_supervision_team_id ON graph.supervision_team_member (supervision_team_id) INCLUDE (valid_during, person_id);
CREATE INDEX supervision_team_member_person_id ON graph.supervision_team_member (person_id) INCLUDE (valid_during, supervision_team_id);
COMMENT ON TABLE graph.supervision_team_member IS '督导团成员 Who is in a supervision team, over time (004 第六条（二）).';
COMMENT ON COLUMN graph.supervision_team_member.id IS 'Key.';
COMMENT ON COLUMN graph.supervision_team_member.supervision_team_id IS 'The team.';
COMMENT ON COLUMN graph.supervision_team_member.person_id IS 'Who.';
COMMENT ON COLUMN graph.supervision_team_member.is_leader IS '团长 Whether the person leads the team.';
COMMENT ON COLUMN graph.supervision_team_member.valid_during IS 'Days on which this holds.';
COMMENT ON COLUMN graph.supervision_team_member.valid_from IS 'First day; null where the start is not stated.';
COMMENT ON COLUMN graph.supervision_team_member.valid_to IS 'First day after it; null while it lasts.';
COMMENT ON COLUMN graph.supervision_team_member.entered_by IS 'Who entered it, as the caller was known; null of what no mutation entered.';
COMMENT ON COLUMN graph.supervision_team_member.entered_at IS 'When it was entered; null likewise.';
COMMENT ON COLUMN graph.supervision_team_member.ended_by IS 'Who entered its end, as the caller was known; null while it lasts.';
COMMENT ON COLUMN graph.supervision_team_member.ended_at IS 'When its end was entered; null while it lasts.';

-- 党小组 Party groups of a branch.
CREATE TABLE graph.party_group (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    branch_id bigint NOT NULL REFERENCES graph.branch ON DELETE CASCADE,
    name text NOT NULL CHECK (name <> ''),
    valid_during daterange NOT NULL CHECK (NOT isempty(valid_during) AND NOT lower_inf(valid_during)),
    formed_on date GENERATED ALWAYS AS (lower(valid_during)) STORED,
    dissolved_on date GENERATED ALWAYS AS (upper(valid_during)) STORED,
    entered_by text CHECK (entered_by <> ''),
    entered_at timestamptz,
    ended_by text CHECK (ended_by <> ''),
    ended_at timestamptz,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT party_group_name_once EXCLUDE USING gist (branch_id WITH =, name WITH =, valid_during WITH &&)
);
CREATE INDEX party_group_branch_id ON graph.party_group (branch_id) INCLUDE (valid_during);
CREATE TRIGGER count_version BEFORE UPDATE ON graph.party_group FOR EACH ROW EXECUTE FUNCTION graph.count_version();
COMMENT ON TABLE graph.party_group IS '党小组 Party group of a branch (中国共产党支部工作条例（试行） 第十三条).';
COMMENT ON COLUMN graph.party_group.id IS 'Key.';
COMMENT ON COLUMN graph.party_group.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.party_group.name IS 'Its name; another group of the branch at the same time has another one.';
COMMENT ON COLUMN graph.party_group.valid_during IS 'Days on which it is there.';
COMMENT ON COLUMN graph.party_group.formed_on IS 'First day.';
COMMENT ON COLUMN graph.party_group.dissolved_on IS 'First day without it; null while it lasts.';
COMMENT ON COLUMN graph.party_group.entered_by IS 'Who entered it, as the caller was known; null of what no mutation entered.';
COMMENT ON COLUMN graph.party_group.entered_at IS 'When it was entered; null likewise.';
COMMENT ON COLUMN graph.party_group.ended_by IS 'Who entered its end, as the caller was known; null while it lasts, and where it ended with the branch.';
COMMENT ON COLUMN graph.party_group.ended_at IS 'When its end was entered; null likewise.';
COMMENT ON COLUMN graph.party_group.version IS 'Counts changes, those of its members among them, from 1.';

CREATE TABLE graph.party_group_member (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    party_group_id bigint NOT NULL REFERENCES graph.party_group ON DELETE CASCADE,
    member_id bigint NOT NULL REFERENCES graph.member ON DELETE CASCADE,
    is_leader boolean NOT NULL,
    valid_during daterange NOT NULL CHECK (NOT isempty(valid_during)),
    valid_from date GENERATED ALWAYS AS (lower(valid_during)) STORED,
    valid_to date GENERATED ALWAYS AS (upper(valid_during)) STORED,
    entered_by text CHECK (entered_by <> ''),
    entered_at timestamptz,
    ended_by text CHECK (ended_by <> ''),
    ended_at timestamptz,
    CONSTRAINT party_group_member_in_one EXCLUDE USING gist (member_id WITH =, valid_during WITH &&),
    CONSTRAINT party_group_member_one_leads EXCLUDE USING gist (party_group_id WITH =, valid_during WITH &&) WHERE (is_leader)
);
CREATE INDEX party_group_member_party_group_id ON graph.party_group_member (party_group_id) INCLUDE (valid_during, member_id);
CREATE INDEX party_group_member_member_id ON graph.party_group_member (member_id) INCLUDE (valid_during, party_group_id);
COMMENT ON TABLE graph.party_group_member IS 'Who is in a party group, over time: a member is in one at most on any day (中国共产党章程 第八条).';
COMMENT ON COLUMN graph.party_group_member.id IS 'Key.';
COMMENT ON COLUMN graph.party_group_member.party_group_id IS 'The group.';
COMMENT ON COLUMN graph.party_group_member.member_id IS 'The member.';
COMMENT ON COLUMN graph.party_group_member.is_leader IS '组长 Whether the member leads the group.';
COMMENT ON COLUMN graph.party_group_member.valid_during IS 'Days on which this holds.';
COMMENT ON COLUMN graph.party_group_member.valid_from IS 'First day; null where the start is not stated.';
COMMENT ON COLUMN graph.party_group_member.valid_to IS 'First day after it; null while it lasts.';
COMMENT ON COLUMN graph.party_group_member.entered_by IS 'Who entered it, as the caller was known; null of what no mutation entered.';
COMMENT ON COLUMN graph.party_group_member.entered_at IS 'When it was entered; null likewise.';
COMMENT ON COLUMN graph.party_group_member.ended_by IS 'Who entered its end, as the caller was known; null while it lasts, and where it ended with the membership or the group.';
COMMENT ON COLUMN graph.party_group_member.ended_at IS 'When its end was entered; null likewise.';

-- Of which body of its society an organization is: 002 §3 lets offices and sub-societies have organizations of their own.
ALTER TABLE graph.branch
    ADD COLUMN body text NOT NULL DEFAULT 'SOCIETY' CHECK (body IN ('SOCIETY', 'OFFICE', 'SUB_SOCIETY')),
    ADD COLUMN body_name text CHECK (body_name <> ''),
    ADD CONSTRAINT branch_body_is_named CHECK ((body = 'SOCIETY') = (body_name IS NULL));
CREATE INDEX branch_body ON graph.branch (body, id);
COMMENT ON COLUMN graph.branch.body IS 'SOCIETY 学会 (its own organization), OFFICE 办事机构, SUB_SOCIETY 分支机构: of which body of its society it is (002 §3).';
COMMENT ON COLUMN graph.branch.body_name IS 'Name of the office or sub-society; null for the organization of the society itself.';
