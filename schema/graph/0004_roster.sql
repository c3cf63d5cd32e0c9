-- What was imported from where: published lists with what they state of themselves, and what does not add up.

CREATE TABLE graph.import_run (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('ROSTER')),
    source_name text NOT NULL CHECK (source_name <> ''),
    source_checksum text NOT NULL CHECK (source_checksum ~ '^[0-9a-f]{64}$'),
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    read_count int NOT NULL CHECK (read_count >= 0),
    inserted_count int NOT NULL CHECK (inserted_count >= 0),
    updated_count int NOT NULL CHECK (updated_count >= 0),
    unchanged_count int NOT NULL CHECK (unchanged_count >= 0),
    CHECK (read_count = inserted_count + updated_count + unchanged_count)
);
COMMENT ON TABLE graph.import_run IS 'One row per import that changed something.';
COMMENT ON COLUMN graph.import_run.id IS 'Key.';
COMMENT ON COLUMN graph.import_run.kind IS 'What was imported: ROSTER.';
COMMENT ON COLUMN graph.import_run.source_name IS 'File name without folders.';
COMMENT ON COLUMN graph.import_run.source_checksum IS 'SHA-256 of the file, lower-case hexadecimal.';
COMMENT ON COLUMN graph.import_run.started_at IS 'When reading began.';
COMMENT ON COLUMN graph.import_run.finished_at IS 'When the rows stood in the graph.';
COMMENT ON COLUMN graph.import_run.read_count IS 'Entries read.';
COMMENT ON COLUMN graph.import_run.inserted_count IS 'Branches that were new.';
COMMENT ON COLUMN graph.import_run.updated_count IS 'Branches that changed.';
COMMENT ON COLUMN graph.import_run.unchanged_count IS 'Branches that stood so already.';

CREATE TABLE graph.roster (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    committee_id bigint NOT NULL REFERENCES graph.committee,
    policy_document_id bigint NOT NULL REFERENCES graph.policy_document,
    title text NOT NULL CHECK (title <> ''),
    import_run_id bigint NOT NULL REFERENCES graph.import_run,
    UNIQUE (policy_document_id, title)
);
CREATE INDEX roster_committee_id ON graph.roster (committee_id);
COMMENT ON TABLE graph.roster IS '名单 Roster: a published list of branches with their categories.';
COMMENT ON COLUMN graph.roster.id IS 'Key.';
COMMENT ON COLUMN graph.roster.committee_id IS 'The committee whose branches are listed.';
COMMENT ON COLUMN graph.roster.policy_document_id IS 'The document that publishes the list.';
COMMENT ON COLUMN graph.roster.title IS 'Title of the list as published.';
COMMENT ON COLUMN graph.roster.import_run_id IS 'The import that last changed it.';

CREATE TABLE graph.roster_count (
    roster_id bigint NOT NULL REFERENCES graph.roster ON DELETE CASCADE,
    category text NOT NULL CHECK (category IN ('A', 'B', 'C', 'UNCLASSIFIED')),
    stated int NOT NULL CHECK (stated >= 0),
    PRIMARY KEY (roster_id, category)
);
COMMENT ON TABLE graph.roster_count IS 'How many branches of a category the list says it has.';
COMMENT ON COLUMN graph.roster_count.roster_id IS 'The list.';
COMMENT ON COLUMN graph.roster_count.category IS 'The category.';
COMMENT ON COLUMN graph.roster_count.stated IS 'The stated number.';

CREATE TABLE graph.roster_entry (
    roster_id bigint NOT NULL REFERENCES graph.roster ON DELETE CASCADE,
    position int NOT NULL CHECK (position > 0),
    branch_id bigint NOT NULL REFERENCES graph.branch,
    category text NOT NULL CHECK (category IN ('A', 'B', 'C', 'UNCLASSIFIED')),
    name_published text NOT NULL CHECK (name_published <> ''),
    PRIMARY KEY (roster_id, position),
    UNIQUE (roster_id, branch_id)
);
CREATE INDEX roster_entry_branch_id ON graph.roster_entry (branch_id);
COMMENT ON TABLE graph.roster_entry IS 'One listed branch.';
COMMENT ON COLUMN graph.roster_entry.roster_id IS 'The list.';
COMMENT ON COLUMN graph.roster_entry.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN graph.roster_entry.branch_id IS 'The branch.';
COMMENT ON COLUMN graph.roster_entry.category IS 'The category under which it is listed.';
COMMENT ON COLUMN graph.roster_entry.name_published IS 'The name to the letter, marks such as (推进中) left out.';

CREATE VIEW graph.roster_reconciliation AS
SELECT roster_id, category, coalesce(stated, listed) AS stated, listed, greatest(coalesce(stated, listed) - listed, 0) AS missing
FROM (
    SELECT roster_id, category, max(stated) AS stated, count(position)::int AS listed
    FROM (
        SELECT roster_id, category, stated, NULL::int AS position FROM graph.roster_count
        UNION ALL
        SELECT roster_id, category, NULL, position FROM graph.roster_entry
    ) AS line
    GROUP BY roster_id, category
) AS counted;
COMMENT ON VIEW graph.roster_reconciliation IS 'Stated against listed numbers of each list and category.';
COMMENT ON COLUMN graph.roster_reconciliation.roster_id IS 'The list.';
COMMENT ON COLUMN graph.roster_reconciliation.category IS 'The category.';
COMMENT ON COLUMN graph.roster_reconciliation.stated IS 'The stated number; what is listed, where the list states none.';
COMMENT ON COLUMN graph.roster_reconciliation.listed IS 'How many entries stand in the list.';
COMMENT ON COLUMN graph.roster_reconciliation.missing IS 'Stated less listed, 0 where more are listed.';

CREATE TABLE graph.discrepancy (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    roster_id bigint NOT NULL REFERENCES graph.roster ON DELETE CASCADE,
    code text NOT NULL CHECK (code IN ('COUNT_DIFFERS', 'KIND_NOT_STATED', 'NOT_LISTED')),
    subject text NOT NULL CHECK (subject <> ''),
    stated int,
    listed int,
    message text NOT NULL CHECK (message <> ''),
    UNIQUE (roster_id, code, subject)
);
COMMENT ON TABLE graph.discrepancy IS 'What does not add up in a list; shown, never mended silently.';
COMMENT ON COLUMN graph.discrepancy.id IS 'Key.';
COMMENT ON COLUMN graph.discrepancy.roster_id IS 'The list.';
COMMENT ON COLUMN graph.discrepancy.code IS 'COUNT_DIFFERS: stated and listed numbers differ. KIND_NOT_STATED: a society''s name does not tell its kind. NOT_LISTED: a branch of the committee that the list leaves out.';
COMMENT ON COLUMN graph.discrepancy.subject IS 'What it is about: a category or a name.';
COMMENT ON COLUMN graph.discrepancy.stated IS 'Stated number, where it is about numbers.';
COMMENT ON COLUMN graph.discrepancy.listed IS 'Listed number, where it is about numbers.';
COMMENT ON COLUMN graph.discrepancy.message IS 'A sentence for people.';
