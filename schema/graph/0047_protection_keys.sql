-- Instances of the service are several: what one of them gives a browser for the way to the organization's provider, another one must be able to read.
CREATE TABLE access.protection_key (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL CONSTRAINT protection_key_name_once UNIQUE CHECK (name <> ''),
    xml text NOT NULL CHECK (xml <> ''),
    created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE access.protection_key IS 'Keys of what browsers carry on the way to the provider and back; all instances of the service share them.';
COMMENT ON COLUMN access.protection_key.id IS 'Key.';
COMMENT ON COLUMN access.protection_key.name IS 'As ASP.NET Core''s data protection names it.';
COMMENT ON COLUMN access.protection_key.xml IS 'As ASP.NET Core''s data protection writes it. It opens no session: those are rows.';
COMMENT ON COLUMN access.protection_key.created_at IS 'When.';
