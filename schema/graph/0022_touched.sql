-- What changed since a warehouse last looked: a row per statement and subject, written by triggers. A load reads what its last snapshot could
-- not see, so a transaction that commits late is taken by the next load, and deletes and moves need nothing else.

CREATE TABLE graph.touched (
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    subject text NOT NULL CHECK (subject IN ('SOCIETY', 'BRANCH', 'COMMITTEE', 'COMMITTEE_WORK', 'SUPPORTING_UNIT', 'REGION', 'RULE_SET')),
    subject_id bigint,
    from_day date
);
CREATE INDEX touched_xid ON graph.touched (xid);
COMMENT ON TABLE graph.touched IS 'Subjects whose facts changed: a row per statement and subject. Rows that every warehouse has read are removed.';
COMMENT ON COLUMN graph.touched.xid IS 'Transaction of the change.';
COMMENT ON COLUMN graph.touched.subject IS 'Kind of the subject.';
COMMENT ON COLUMN graph.touched.subject_id IS 'Its key; null for all of them: more than 10,000 changed at once.';
COMMENT ON COLUMN graph.touched.from_day IS 'First day that the change is about; null where it may be about any.';

CREATE TABLE graph.touched_reader (
    name text PRIMARY KEY CHECK (name <> ''),
    seen pg_snapshot NOT NULL,
    seen_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE graph.touched_reader IS 'Warehouses that read graph.touched, with what their last load saw.';
COMMENT ON COLUMN graph.touched_reader.name IS 'Which warehouse.';
COMMENT ON COLUMN graph.touched_reader.seen IS 'Transactions that its last load saw.';
COMMENT ON COLUMN graph.touched_reader.seen_at IS 'When that load ended.';
