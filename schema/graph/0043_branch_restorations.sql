-- A party organization that was dissolved in error never ended. What ended with it is kept as it was, so that it comes back with it.

CREATE TABLE graph.branch_ended_part (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    branch_id bigint NOT NULL REFERENCES graph.branch ON DELETE CASCADE,
    dissolved_on date NOT NULL,
    part text NOT NULL CHECK (part IN ('branch', 'appointment', 'branch_parent', 'consortium_branch', 'party_group', 'party_group_member', 'organization_life')),
    row_id bigint NOT NULL,
    row_before jsonb NOT NULL CHECK (jsonb_typeof(row_before) = 'object')
);
CREATE INDEX branch_ended_part_branch_id ON graph.branch_ended_part (branch_id, id);
COMMENT ON TABLE graph.branch_ended_part IS 'What a dissolution ended, as it was before; of an organization that is restored, nothing. No row of an organization that was dissolved before this was kept.';
COMMENT ON COLUMN graph.branch_ended_part.id IS 'Key, in the order of the ends.';
COMMENT ON COLUMN graph.branch_ended_part.branch_id IS 'The organization that was dissolved.';
COMMENT ON COLUMN graph.branch_ended_part.dissolved_on IS 'First day without it, as it was said then.';
COMMENT ON COLUMN graph.branch_ended_part.part IS 'Table of the row; branch: the organization itself.';
COMMENT ON COLUMN graph.branch_ended_part.row_id IS 'Key of the row in that table.';
COMMENT ON COLUMN graph.branch_ended_part.row_before IS 'The whole row before it was shortened or removed.';

CREATE TABLE graph.branch_restoration (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    branch_id bigint NOT NULL REFERENCES graph.branch ON DELETE CASCADE,
    dissolved_on date NOT NULL,
    reason text NOT NULL CHECK (reason <> ''),
    restored_by text NOT NULL CHECK (restored_by <> ''),
    restored_at timestamptz NOT NULL
);
CREATE INDEX branch_restoration_branch_id ON graph.branch_restoration (branch_id, id);
COMMENT ON TABLE graph.branch_restoration IS '党组织恢复 Dissolutions that were entered in error and taken back.';
COMMENT ON COLUMN graph.branch_restoration.id IS 'Key, in the order of the restorations.';
COMMENT ON COLUMN graph.branch_restoration.branch_id IS 'The organization.';
COMMENT ON COLUMN graph.branch_restoration.dissolved_on IS 'The day of dissolution that was wrong.';
COMMENT ON COLUMN graph.branch_restoration.reason IS 'Why it was taken back.';
COMMENT ON COLUMN graph.branch_restoration.restored_by IS 'Who took it back, as the caller was known.';
COMMENT ON COLUMN graph.branch_restoration.restored_at IS 'When.';
