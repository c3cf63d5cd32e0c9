-- Issued reports. What was issued is never changed or taken away: the files come out again byte for byte, and the snapshot tells why.

CREATE TABLE dw.report_edition (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    committee_id bigint,
    committee_name text NOT NULL CHECK (committee_name <> ''),
    year int NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    language text NOT NULL CHECK (language IN ('zh', 'en')),
    number int NOT NULL CHECK (number > 0),
    as_of date NOT NULL,
    load_run_id bigint NOT NULL REFERENCES dw.load_run,
    rule_set_code text NOT NULL CHECK (rule_set_code <> ''),
    program_version text NOT NULL CHECK (program_version <> ''),
    snapshot text NOT NULL,
    snapshot_hash text NOT NULL CHECK (snapshot_hash ~ '^[0-9a-f]{64}$'),
    sentences text NOT NULL,
    sentences_hash text NOT NULL CHECK (sentences_hash ~ '^[0-9a-f]{64}$'),
    template bytea,
    template_hash text CHECK (template_hash ~ '^[0-9a-f]{64}$'),
    with_byte_order_mark boolean NOT NULL,
    issued_by text NOT NULL CHECK (issued_by <> ''),
    issued_at timestamptz NOT NULL DEFAULT now(),
    supersedes_id bigint REFERENCES dw.report_edition,
    CONSTRAINT report_edition_once UNIQUE NULLS NOT DISTINCT (committee_id, year, language, number),
    CONSTRAINT report_edition_template CHECK ((template IS NULL) = (template_hash IS NULL)),
    CONSTRAINT report_edition_order CHECK ((number = 1) = (supersedes_id IS NULL))
);
CREATE INDEX report_edition_load_run_id ON dw.report_edition (load_run_id);
CREATE INDEX report_edition_supersedes_id ON dw.report_edition (supersedes_id);
COMMENT ON TABLE dw.report_edition IS '年度报告版次 One row per edition of an annual report that was issued: the figures, sentences and template that its files were made of.';
COMMENT ON COLUMN dw.report_edition.id IS 'Key.';
COMMENT ON COLUMN dw.report_edition.committee_id IS 'The committee whose subtree it is about; null: the whole country.';
COMMENT ON COLUMN dw.report_edition.committee_name IS 'Its name on the day.';
COMMENT ON COLUMN dw.report_edition.year IS 'The year.';
COMMENT ON COLUMN dw.report_edition.language IS 'zh or en.';
COMMENT ON COLUMN dw.report_edition.number IS 'From 1, for one committee, year and language.';
COMMENT ON COLUMN dw.report_edition.as_of IS 'The day whose state it tells.';
COMMENT ON COLUMN dw.report_edition.load_run_id IS 'The load that it was read from.';
COMMENT ON COLUMN dw.report_edition.rule_set_code IS 'The rule set that defined what counts.';
COMMENT ON COLUMN dw.report_edition.program_version IS 'The program that read and wrote it.';
COMMENT ON COLUMN dw.report_edition.snapshot IS 'All its figures as JSON, small groups of people hidden.';
COMMENT ON COLUMN dw.report_edition.snapshot_hash IS 'SHA-256 of the figures, in hex.';
COMMENT ON COLUMN dw.report_edition.sentences IS 'The sentences around the figures, as a template.';
COMMENT ON COLUMN dw.report_edition.sentences_hash IS 'SHA-256 of the sentences, in hex.';
COMMENT ON COLUMN dw.report_edition.template IS 'The reference document whose look the .docx has; null: the program''s own.';
COMMENT ON COLUMN dw.report_edition.template_hash IS 'SHA-256 of the reference document, in hex.';
COMMENT ON COLUMN dw.report_edition.with_byte_order_mark IS 'Whether its CSV files begin with a byte order mark.';
COMMENT ON COLUMN dw.report_edition.issued_by IS 'Who issued it.';
COMMENT ON COLUMN dw.report_edition.issued_at IS 'When.';
COMMENT ON COLUMN dw.report_edition.supersedes_id IS 'The edition before; null for the first one.';

CREATE TABLE dw.report_file (
    report_edition_id bigint NOT NULL REFERENCES dw.report_edition,
    name text NOT NULL CHECK (name <> '' AND name !~ '(^/|\.\.)'),
    content bytea NOT NULL,
    content_hash text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
    PRIMARY KEY (report_edition_id, name)
);
COMMENT ON TABLE dw.report_file IS 'One row per file of an issued report.';
COMMENT ON COLUMN dw.report_file.report_edition_id IS 'The edition.';
COMMENT ON COLUMN dw.report_file.name IS 'Path within the folder of the report, with /.';
COMMENT ON COLUMN dw.report_file.content IS 'Its bytes.';
COMMENT ON COLUMN dw.report_file.content_hash IS 'SHA-256 of its bytes, in hex.';
