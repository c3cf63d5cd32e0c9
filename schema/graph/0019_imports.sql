-- Imports of sheets: who was written down where, one kind of sheet each.

ALTER TABLE graph.import_run DROP CONSTRAINT import_run_kind_check;
ALTER TABLE graph.import_run ADD CONSTRAINT import_run_kind_check
    CHECK (kind IN ('ROSTER', 'SOCIETIES', 'SUPPORTING_UNITS', 'BRANCHES', 'MEMBERS', 'APPOINTMENTS', 'ACTIVITIES', 'SCORES'));
ALTER TABLE graph.import_run ADD COLUMN committee_id bigint REFERENCES graph.committee;
CREATE INDEX import_run_committee_id ON graph.import_run (committee_id);
COMMENT ON COLUMN graph.import_run.kind IS 'What kind of file: ROSTER (a published list), or a sheet of SOCIETIES, SUPPORTING_UNITS, BRANCHES, MEMBERS, APPOINTMENTS, ACTIVITIES or SCORES.';
COMMENT ON COLUMN graph.import_run.committee_id IS 'The committee whose sheet it was; null for a published list, which names it itself.';
