-- What was done, by whom and when, kept in an order that nobody can change without being seen: each seal is a hash of the events before it and of the
-- seal before. Rows are only added; who removes them all the same, with the rights of the owner, breaks the chain (graph.audit_fault).

CREATE TABLE graph.audit_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor text NOT NULL CHECK (actor <> ''),
    action text NOT NULL CHECK (action IN ('MUTATION', 'IMPORT', 'RULE_SET')),
    subject text NOT NULL CHECK (subject <> ''),
    detail jsonb NOT NULL CHECK (jsonb_typeof(detail) = 'object')
);
CREATE INDEX audit_event_recorded_at ON graph.audit_event (recorded_at);
CREATE INDEX audit_event_actor ON graph.audit_event (actor, id);
COMMENT ON TABLE graph.audit_event IS '审计记录 One row per thing that somebody did; never changed and never removed.';
COMMENT ON COLUMN graph.audit_event.id IS 'Key, in the order of the events.';
COMMENT ON COLUMN graph.audit_event.recorded_at IS 'When.';
COMMENT ON COLUMN graph.audit_event.actor IS 'Who, as the caller was known; of a command the login of the database.';
COMMENT ON COLUMN graph.audit_event.action IS 'What kind of thing: MUTATION (a change over GraphQL), IMPORT (a list or a sheet), RULE_SET (rules were brought in, changed or taken out).';
COMMENT ON COLUMN graph.audit_event.subject IS 'What: the mutation, the kind of list, the code of the rule set.';
COMMENT ON COLUMN graph.audit_event.detail IS 'Which thing it was about and a hash of what was sent; no names of people and no texts.';

CREATE TABLE graph.audit_unsealed (
    event_id bigint PRIMARY KEY REFERENCES graph.audit_event
);
COMMENT ON TABLE graph.audit_unsealed IS 'Events that no seal holds yet.';
COMMENT ON COLUMN graph.audit_unsealed.event_id IS 'The event.';

CREATE TABLE graph.audit_seal (
    id bigint PRIMARY KEY CHECK (id > 0),
    sealed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    previous_hash text CHECK (previous_hash ~ '^[0-9a-f]{64}$'),
    events bigint[] NOT NULL CHECK (cardinality(events) > 0),
    hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    CONSTRAINT audit_seal_first_has_none_before CHECK ((id = 1) = (previous_hash IS NULL))
);
COMMENT ON TABLE graph.audit_seal IS 'Links of the chain, one after the other.';
COMMENT ON COLUMN graph.audit_seal.id IS 'Number of the link, from 1 without a gap.';
COMMENT ON COLUMN graph.audit_seal.sealed_at IS 'When.';
COMMENT ON COLUMN graph.audit_seal.previous_hash IS 'Hash of the link before; null of the first.';
COMMENT ON COLUMN graph.audit_seal.events IS 'Keys of its events, in their order.';
COMMENT ON COLUMN graph.audit_seal.hash IS 'SHA-256 of the hash before and of the events'' rows.';

CREATE TRIGGER audit_event_is_kept BEFORE UPDATE OR DELETE ON graph.audit_event FOR EACH ROW EXECUTE FUNCTION graph.refuse_change();
CREATE TRIGGER audit_event_is_not_emptied BEFORE TRUNCATE ON graph.audit_event FOR EACH STATEMENT EXECUTE FUNCTION graph.refuse_change();
CREATE TRIGGER audit_seal_is_kept BEFORE UPDATE OR DELETE ON graph.audit_seal FOR EACH ROW EXECUTE FUNCTION graph.refuse_change();
CREATE TRIGGER audit_seal_is_not_emptied BEFORE TRUNCATE ON graph.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION graph.refuse_change();

-- What was changed before this was kept, in its order.
INSERT INTO graph.audit_event (recorded_at, actor, action, subject, detail)
SELECT changed_at, actor, 'MUTATION', mutation, jsonb_build_object('change', id, 'type', subject_type, 'id', subject_id, 'input', input_hash)
FROM graph.change ORDER BY id;
INSERT INTO graph.audit_unsealed (event_id) SELECT id FROM graph.audit_event;
