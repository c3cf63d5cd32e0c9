-- Grain: one row per import that changed something.
INSERT INTO graph.import_run (kind, committee_id, source_name, source_checksum, started_at, read_count, inserted_count, updated_count, unchanged_count)
SELECT @Kind, @CommitteeId, @SourceName, @SourceChecksum, @StartedAt, count(*), count(*) FILTER (WHERE is_new),
       count(*) FILTER (WHERE is_changed AND NOT is_new), count(*) FILTER (WHERE NOT is_changed AND NOT is_new)
FROM sheet_row
RETURNING id;
