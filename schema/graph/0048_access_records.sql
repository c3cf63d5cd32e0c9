-- A token of a person's own stands for one of the person's roles and ends with it. Exports, reports and reads of what is personal are recorded, too. What
-- is older than it must be kept may go: the chain goes on from where it was cut off.

ALTER TABLE access.role_grant ADD derived_from bigint REFERENCES access.role_grant ON DELETE CASCADE;
CREATE INDEX role_grant_derived_from ON access.role_grant (derived_from);
COMMENT ON COLUMN access.role_grant.derived_from IS 'The grant of the person whose token this is: it holds no longer than that one; null: it stands for itself.';

ALTER TABLE graph.audit_event DROP CONSTRAINT audit_event_action_check;
ALTER TABLE graph.audit_event ADD CONSTRAINT audit_event_action_check CHECK (action IN ('MUTATION', 'IMPORT', 'RULE_SET', 'SIGN_IN', 'SIGN_IN_FAILED',
    'SIGN_OUT', 'ACCOUNT', 'ROLE_GRANT', 'TOKEN', 'REFUSED', 'EXPORT', 'REPORT', 'READ_PEOPLE', 'PERSON', 'PRUNE'));
COMMENT ON COLUMN graph.audit_event.action IS 'What kind of thing: MUTATION (a change over GraphQL), IMPORT (a list or a sheet), RULE_SET (rules were brought in, changed or taken out), SIGN_IN, SIGN_IN_FAILED, SIGN_OUT, ACCOUNT, ROLE_GRANT and TOKEN (made, changed or taken back), REFUSED (access that was not given), EXPORT (a list as a file), REPORT (one made or read), READ_PEOPLE (fields about people were read), PERSON (one person''s data were handed out or erased), PRUNE (old records were taken away).';
COMMENT ON COLUMN graph.audit_event.subject IS 'What: the mutation, the kind of list, the code of the rule set, the account, the token''s name, the code of the refusal, the list, the report, the fields, the person''s key, the number of the link.';

CREATE TABLE graph.audit_pruned (
    is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
    seal_id bigint NOT NULL,
    hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    event_count bigint NOT NULL CHECK (event_count > 0),
    until timestamptz NOT NULL,
    pruned_at timestamptz NOT NULL DEFAULT now(),
    pruned_by text NOT NULL CHECK (pruned_by <> '')
);
COMMENT ON TABLE graph.audit_pruned IS 'The last link that was taken away with those before it: the chain goes on from its hash. Not a row: nothing was.';
COMMENT ON COLUMN graph.audit_pruned.is_only IS 'Key of the only row.';
COMMENT ON COLUMN graph.audit_pruned.seal_id IS 'Number of that link.';
COMMENT ON COLUMN graph.audit_pruned.hash IS 'Its hash.';
COMMENT ON COLUMN graph.audit_pruned.event_count IS 'How many events were taken away up to now.';
COMMENT ON COLUMN graph.audit_pruned.until IS 'Before when they were recorded.';
COMMENT ON COLUMN graph.audit_pruned.pruned_at IS 'When that was done.';
COMMENT ON COLUMN graph.audit_pruned.pruned_by IS 'By whom.';
