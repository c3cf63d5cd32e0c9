-- A society has a day of founding and a day of cancellation, and counts between them only. One that was cancelled in error is restored;
-- what was entered in error is kept with why and by whom it was taken back.

ALTER TABLE graph.society
    ADD COLUMN founded_on date,
    ADD COLUMN cancelled_on date,
    ADD COLUMN cancel_reason text CHECK (cancel_reason <> ''),
    ADD CONSTRAINT society_days_in_order CHECK (founded_on < cancelled_on),
    ADD CONSTRAINT society_cancel_reason_of_cancelled CHECK (cancel_reason IS NULL OR cancelled_on IS NOT NULL),
    ADD COLUMN there_during daterange NOT NULL GENERATED ALWAYS AS (daterange(founded_on, cancelled_on)) STORED;
CREATE INDEX society_founded_on ON graph.society (founded_on, id);
CREATE INDEX society_cancelled_on ON graph.society (cancelled_on, id);
COMMENT ON COLUMN graph.society.founded_on IS '成立日期 First day; null: it was always there as far as anyone knows.';
COMMENT ON COLUMN graph.society.cancelled_on IS '注销日期 First day without it; null while it is there.';
COMMENT ON COLUMN graph.society.cancel_reason IS 'Why it was cancelled; null where nobody said.';
COMMENT ON COLUMN graph.society.there_during IS 'Days on which it counts.';

CREATE TABLE graph.society_restoration (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    society_id bigint NOT NULL REFERENCES graph.society ON DELETE CASCADE,
    cancelled_on date NOT NULL,
    cancel_reason text CHECK (cancel_reason <> ''),
    reason text NOT NULL CHECK (reason <> ''),
    restored_by text NOT NULL CHECK (restored_by <> ''),
    restored_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX society_restoration_society_id ON graph.society_restoration (society_id);
COMMENT ON TABLE graph.society_restoration IS '恢复 Cancellations that were entered in error and taken back.';
COMMENT ON COLUMN graph.society_restoration.id IS 'Key.';
COMMENT ON COLUMN graph.society_restoration.society_id IS 'The society.';
COMMENT ON COLUMN graph.society_restoration.cancelled_on IS 'The day of cancellation that was wrong.';
COMMENT ON COLUMN graph.society_restoration.cancel_reason IS 'What had been said of why; null where nobody did.';
COMMENT ON COLUMN graph.society_restoration.reason IS 'Why it was taken back.';
COMMENT ON COLUMN graph.society_restoration.restored_by IS 'Who took it back, as the caller was known.';
COMMENT ON COLUMN graph.society_restoration.restored_at IS 'When.';
