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
