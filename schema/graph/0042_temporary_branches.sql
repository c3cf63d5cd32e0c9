-- 临时党组织 A temporary organization has its last day from the start and ends with it by itself (中国共产党支部工作条例（试行） 第九条).

ALTER TABLE graph.branch
    ADD COLUMN ends_on date,
    ADD CONSTRAINT branch_ends_after_it_begins CHECK (status = 'DISSOLVED' OR ends_on > status_since);
CREATE INDEX branch_ends_on ON graph.branch (ends_on, id);
COMMENT ON COLUMN graph.branch.ends_on IS '终止日期 First day without a temporary organization, which may be to come; null: it is not temporary.';

CREATE TABLE graph.branch_end (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    branch_id bigint NOT NULL REFERENCES graph.branch ON DELETE CASCADE,
    ends_on date NOT NULL,
    reason text NOT NULL CHECK (reason <> ''),
    entered_by text CHECK (entered_by <> ''),
    entered_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX branch_end_branch_id ON graph.branch_end (branch_id, id);
COMMENT ON TABLE graph.branch_end IS '终止沿革 What was decided of the last day of a temporary organization: at first, and whenever it was prolonged or ended early.';
COMMENT ON COLUMN graph.branch_end.id IS 'Key.';
COMMENT ON COLUMN graph.branch_end.branch_id IS 'The organization.';
COMMENT ON COLUMN graph.branch_end.ends_on IS 'First day without it, as decided then.';
COMMENT ON COLUMN graph.branch_end.reason IS 'Why: the task that it is for, or why it takes longer or is over.';
COMMENT ON COLUMN graph.branch_end.entered_by IS 'Who entered it, as the caller was known; null of what a sheet brought.';
COMMENT ON COLUMN graph.branch_end.entered_at IS 'When.';
