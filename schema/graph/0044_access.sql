-- Who may sign in, in which role, and for how long. A schema of its own: what reads the graph gets no right on it. Secrets are kept as hashes; of a second
-- factor the key itself, because codes are computed from it.

CREATE SCHEMA access;
COMMENT ON SCHEMA access IS 'Accounts, roles, tokens and sessions.';

CREATE TABLE access.role (
    code text PRIMARY KEY,
    subject text CHECK (subject IN ('COMMITTEE', 'BRANCH', 'SUPERVISION_TEAM', 'MEMBER'))
);
COMMENT ON TABLE access.role IS 'Roles that an account may be given.';
COMMENT ON COLUMN access.role.code IS 'Key, as the contract writes it.';
COMMENT ON COLUMN access.role.subject IS 'What the role is about; null where it is about nothing in particular.';
INSERT INTO access.role (code, subject) VALUES
    ('SYSTEM_ADMINISTRATOR', NULL), ('COMMITTEE_ADMINISTRATOR', 'COMMITTEE'), ('SUPERVISOR', 'SUPERVISION_TEAM'), ('BRANCH_SECRETARY', 'BRANCH'),
    ('MEMBER', 'MEMBER'), ('RESEARCHER', NULL);

CREATE TABLE access.role_right (
    role text NOT NULL REFERENCES access.role,
    code text NOT NULL CHECK (code <> ''),
    PRIMARY KEY (role, code)
);
COMMENT ON TABLE access.role_right IS 'What each role may do, as schema/access/rights.json says.';
COMMENT ON COLUMN access.role_right.role IS 'The role.';
COMMENT ON COLUMN access.role_right.code IS 'The right, as the contract writes it.';

CREATE TABLE access.right_list (
    is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
    checksum text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE access.right_list IS 'Which file access.role_right was taken from.';
COMMENT ON COLUMN access.right_list.is_only IS 'Key of the only row.';
COMMENT ON COLUMN access.right_list.checksum IS 'SHA-256 of the file.';
COMMENT ON COLUMN access.right_list.applied_at IS 'When.';

CREATE TABLE access.account (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL CONSTRAINT account_name_once UNIQUE CHECK (name ~ '^\S(.{0,98}\S)?$' AND name !~ '[[:cntrl:]]'),
    display_name text CHECK (display_name <> ''),
    kind text NOT NULL CHECK (kind IN ('PERSON', 'PROGRAM')),
    issuer text CHECK (issuer <> ''),
    issuer_subject text CHECK (issuer_subject <> ''),
    password_hash text,
    security_stamp uuid NOT NULL DEFAULT gen_random_uuid(),
    failed_count int NOT NULL DEFAULT 0 CHECK (failed_count >= 0),
    locked_until timestamptz,
    totp_key bytea CHECK (length(totp_key) >= 20),
    totp_step bigint,
    disabled_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    created_by text NOT NULL CHECK (created_by <> ''),
    CONSTRAINT account_issuer_names_subject CHECK ((issuer IS NULL) = (issuer_subject IS NULL)),
    CONSTRAINT account_subject_once UNIQUE (issuer, issuer_subject)
);
COMMENT ON TABLE access.account IS '账号 Who may sign in.';
COMMENT ON COLUMN access.account.id IS 'Key.';
COMMENT ON COLUMN access.account.name IS 'By which changes and the record name who did it.';
COMMENT ON COLUMN access.account.display_name IS 'As people call them.';
COMMENT ON COLUMN access.account.kind IS 'PERSON, or PROGRAM, which has tokens only.';
COMMENT ON COLUMN access.account.issuer IS 'The organization''s provider that knows the account; null for a local one.';
COMMENT ON COLUMN access.account.issuer_subject IS 'As the provider names it.';
COMMENT ON COLUMN access.account.password_hash IS 'Of a local account, as ASP.NET Core Identity writes it; null: none is set.';
COMMENT ON COLUMN access.account.security_stamp IS 'Changes with password, second factor and disabling; a session that began with another one is over.';
COMMENT ON COLUMN access.account.failed_count IS 'Wrong passwords and codes since the last sign-in.';
COMMENT ON COLUMN access.account.locked_until IS 'Until when no password is looked at.';
COMMENT ON COLUMN access.account.totp_key IS 'Key of the second factor (RFC 6238); null: none is set.';
COMMENT ON COLUMN access.account.totp_step IS 'Time step of the last code that was taken: none is taken twice.';
COMMENT ON COLUMN access.account.disabled_at IS 'Since when it may not sign in.';
COMMENT ON COLUMN access.account.created_at IS 'When.';
COMMENT ON COLUMN access.account.created_by IS 'By whom.';

CREATE TABLE access.role_grant (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES access.account,
    role text NOT NULL REFERENCES access.role,
    committee_id bigint REFERENCES graph.committee ON DELETE CASCADE,
    branch_id bigint REFERENCES graph.branch ON DELETE CASCADE,
    supervision_team_id bigint REFERENCES graph.supervision_team ON DELETE CASCADE,
    member_id bigint REFERENCES graph.member ON DELETE CASCADE,
    valid_from date NOT NULL,
    valid_to date,
    granted_by text NOT NULL CHECK (granted_by <> ''),
    granted_at timestamptz NOT NULL DEFAULT now(),
    revoked_by text CHECK (revoked_by <> ''),
    revoked_at timestamptz,
    CONSTRAINT role_grant_days CHECK (valid_from < valid_to),
    CONSTRAINT role_grant_has_its_subject CHECK (
        (role = 'COMMITTEE_ADMINISTRATOR') = (committee_id IS NOT NULL) AND (role = 'BRANCH_SECRETARY') = (branch_id IS NOT NULL)
        AND (role = 'SUPERVISOR') = (supervision_team_id IS NOT NULL) AND (role = 'MEMBER') = (member_id IS NOT NULL))
);
CREATE INDEX role_grant_account_id ON access.role_grant (account_id);
CREATE INDEX role_grant_role ON access.role_grant (role);
CREATE INDEX role_grant_committee_id ON access.role_grant (committee_id);
CREATE INDEX role_grant_branch_id ON access.role_grant (branch_id);
CREATE INDEX role_grant_supervision_team_id ON access.role_grant (supervision_team_id);
CREATE INDEX role_grant_member_id ON access.role_grant (member_id);
COMMENT ON TABLE access.role_grant IS '授权 A role that an account has, about something, for some days.';
COMMENT ON COLUMN access.role_grant.id IS 'Key.';
COMMENT ON COLUMN access.role_grant.account_id IS 'Whose.';
COMMENT ON COLUMN access.role_grant.role IS 'The role.';
COMMENT ON COLUMN access.role_grant.committee_id IS 'Of a committee''s administrator.';
COMMENT ON COLUMN access.role_grant.branch_id IS 'Of a branch''s secretary.';
COMMENT ON COLUMN access.role_grant.supervision_team_id IS 'Of a supervisor.';
COMMENT ON COLUMN access.role_grant.member_id IS 'Of a member.';
COMMENT ON COLUMN access.role_grant.valid_from IS 'First day, Beijing''s.';
COMMENT ON COLUMN access.role_grant.valid_to IS 'First day after it; null while it lasts.';
COMMENT ON COLUMN access.role_grant.granted_by IS 'By whom.';
COMMENT ON COLUMN access.role_grant.granted_at IS 'When.';
COMMENT ON COLUMN access.role_grant.revoked_by IS 'Who took it back.';
COMMENT ON COLUMN access.role_grant.revoked_at IS 'When; null: it was not.';

CREATE TABLE access.token (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    grant_id bigint NOT NULL REFERENCES access.role_grant ON DELETE CASCADE,
    name text NOT NULL CHECK (name <> ''),
    hash bytea NOT NULL CONSTRAINT token_hash_once UNIQUE CHECK (length(hash) = 32),
    created_by text NOT NULL CHECK (created_by <> ''),
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    revoked_by text CHECK (revoked_by <> ''),
    revoked_at timestamptz,
    last_used_at timestamptz
);
CREATE INDEX token_grant_id ON access.token (grant_id);
CREATE UNIQUE INDEX token_name_once ON access.token (name) WHERE revoked_at IS NULL;
COMMENT ON TABLE access.token IS '访问令牌 A program''s way in: it stands for one grant.';
COMMENT ON COLUMN access.token.id IS 'Key.';
COMMENT ON COLUMN access.token.grant_id IS 'The role in which its bearer asks.';
COMMENT ON COLUMN access.token.name IS 'As it is listed; one at a time bears it.';
COMMENT ON COLUMN access.token.hash IS 'SHA-256 of the token, which has 256 random bits and is kept nowhere.';
COMMENT ON COLUMN access.token.created_by IS 'By whom.';
COMMENT ON COLUMN access.token.created_at IS 'When.';
COMMENT ON COLUMN access.token.expires_at IS 'From when it is refused.';
COMMENT ON COLUMN access.token.revoked_by IS 'Who took it back.';
COMMENT ON COLUMN access.token.revoked_at IS 'When; null: it was not.';
COMMENT ON COLUMN access.token.last_used_at IS 'When it was last shown, to the minute.';

CREATE TABLE access.session (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES access.account,
    grant_id bigint REFERENCES access.role_grant ON DELETE CASCADE,
    hash bytea NOT NULL CONSTRAINT session_hash_once UNIQUE CHECK (length(hash) = 32),
    security_stamp uuid NOT NULL,
    way text NOT NULL CHECK (way IN ('PASSWORD', 'LINK', 'PROVIDER')),
    address text,
    signed_in_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL CHECK (expires_at <= ends_at)
);
CREATE INDEX session_account_id ON access.session (account_id);
CREATE INDEX session_grant_id ON access.session (grant_id);
CREATE INDEX session_expires_at ON access.session (expires_at);
COMMENT ON TABLE access.session IS 'A browser that has signed in; the row goes when it signs out.';
COMMENT ON COLUMN access.session.id IS 'Key.';
COMMENT ON COLUMN access.session.account_id IS 'Whose.';
COMMENT ON COLUMN access.session.grant_id IS 'The role that was chosen; null: none yet.';
COMMENT ON COLUMN access.session.hash IS 'SHA-256 of the cookie, which has 256 random bits.';
COMMENT ON COLUMN access.session.security_stamp IS 'The account''s when the session began.';
COMMENT ON COLUMN access.session.way IS 'PASSWORD, LINK (a link that was printed at the start) or PROVIDER.';
COMMENT ON COLUMN access.session.address IS 'From where.';
COMMENT ON COLUMN access.session.signed_in_at IS 'When.';
COMMENT ON COLUMN access.session.expires_at IS 'When it ends, if it is not used before; it moves with use.';
COMMENT ON COLUMN access.session.ends_at IS 'When it ends at the latest.';

CREATE TABLE access.sign_in_link (
    hash bytea PRIMARY KEY CHECK (length(hash) = 32),
    account_id bigint NOT NULL REFERENCES access.account,
    expires_at timestamptz NOT NULL
);
CREATE INDEX sign_in_link_account_id ON access.sign_in_link (account_id);
COMMENT ON TABLE access.sign_in_link IS 'Links that sign an account in once; the row goes with the use.';
COMMENT ON COLUMN access.sign_in_link.hash IS 'SHA-256 of the code in the link, which has 256 random bits.';
COMMENT ON COLUMN access.sign_in_link.account_id IS 'Whom.';
COMMENT ON COLUMN access.sign_in_link.expires_at IS 'From when it is refused.';

-- What is recorded of access, beside what was.
ALTER TABLE graph.audit_event DROP CONSTRAINT audit_event_action_check;
ALTER TABLE graph.audit_event ADD CONSTRAINT audit_event_action_check CHECK (action IN ('MUTATION', 'IMPORT', 'RULE_SET', 'SIGN_IN', 'SIGN_IN_FAILED',
    'SIGN_OUT', 'ACCOUNT', 'ROLE_GRANT', 'TOKEN', 'REFUSED'));
COMMENT ON COLUMN graph.audit_event.action IS 'What kind of thing: MUTATION (a change over GraphQL), IMPORT (a list or a sheet), RULE_SET (rules were brought in, changed or taken out), SIGN_IN, SIGN_IN_FAILED, SIGN_OUT, ACCOUNT, ROLE_GRANT and TOKEN (made, changed or taken back), REFUSED (access that was not given).';
COMMENT ON COLUMN graph.audit_event.subject IS 'What: the mutation, the kind of list, the code of the rule set, the account, the token''s name, the code of the refusal.';
