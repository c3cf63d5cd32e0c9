-- A BI tool's login that reads the numbers of one committee and of those below it. A warehouse of its own has no committees in graph, so no foreign key
-- holds it: who is bound to a committee that there is not sees nothing.
CREATE TABLE access.reader (
    name text PRIMARY KEY CHECK (name <> ''),
    committee_id bigint NOT NULL CHECK (committee_id > 0),
    created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE access.reader IS 'One row per login of a BI tool that is bound to a committee; such a login is in the role bi_scoped, and sees nothing without its row.';
COMMENT ON COLUMN access.reader.name IS 'The login.';
COMMENT ON COLUMN access.reader.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN access.reader.created_at IS 'When.';
