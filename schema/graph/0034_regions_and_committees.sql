-- Regions of GB/T 2260 down to counties, those that were there earlier too, with since when lists have them: regions/regions.csv and newer
-- lists (etl -- regions load). And committees, which are founded in any region, stand under others, end, and are restored.

ALTER TABLE graph.region
    ADD COLUMN listed_from date,
    ADD COLUMN listed_to date,
    ADD COLUMN former_names text CHECK (former_names <> ''),
    ADD CONSTRAINT region_listed_in_order CHECK (listed_from < listed_to);
COMMENT ON COLUMN graph.region.listed_from IS 'Month, as its first day, of the first list that has the code; null where the oldest list that is known (December 2002) has it.';
COMMENT ON COLUMN graph.region.listed_to IS 'Month, as its first day, of the first list that has it no more; null where the newest one has it.';
COMMENT ON COLUMN graph.region.former_names IS 'What earlier lists called the code, the oldest first, joined by 、; where a code was given away anew, that is another region. Null where they all call it the same.';

CREATE TABLE graph.region_list (
    is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
    as_of date NOT NULL,
    checksum text NOT NULL CHECK (checksum ~ '^[0-9a-f]{64}$'),
    applied_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE graph.region_list IS 'The list that graph.region follows.';
COMMENT ON COLUMN graph.region_list.is_only IS 'There is one row.';
COMMENT ON COLUMN graph.region_list.as_of IS 'Day for which the list was published.';
COMMENT ON COLUMN graph.region_list.checksum IS 'SHA-256 of the list.';
COMMENT ON COLUMN graph.region_list.applied_at IS 'When it was taken.';

-- Committees come and go.
ALTER TABLE graph.committee ADD COLUMN abolish_reason text CHECK (abolish_reason <> '');
COMMENT ON COLUMN graph.committee.abolish_reason IS 'Why it was abolished; null while it exists, or where it is not stated.';

CREATE TABLE graph.committee_restoration (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    committee_id bigint NOT NULL REFERENCES graph.committee,
    abolished_on date NOT NULL,
    abolish_reason text,
    reason text NOT NULL CHECK (reason <> ''),
    restored_by text NOT NULL CHECK (restored_by <> ''),
    restored_at timestamptz NOT NULL
);
CREATE INDEX committee_restoration_committee_id ON graph.committee_restoration (committee_id, id);
COMMENT ON TABLE graph.committee_restoration IS '党委恢复 Ends of committees that never were: they were entered in error, and taken back.';
COMMENT ON COLUMN graph.committee_restoration.id IS 'Key, in the order of the restorations.';
COMMENT ON COLUMN graph.committee_restoration.committee_id IS 'The committee.';
COMMENT ON COLUMN graph.committee_restoration.abolished_on IS 'Day on which it had been said to end.';
COMMENT ON COLUMN graph.committee_restoration.abolish_reason IS 'Why it had been said to end.';
COMMENT ON COLUMN graph.committee_restoration.reason IS 'Why that was wrong.';
COMMENT ON COLUMN graph.committee_restoration.restored_by IS 'Who took it back, as the caller was known.';
COMMENT ON COLUMN graph.committee_restoration.restored_at IS 'When.';
