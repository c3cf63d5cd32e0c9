CREATE OR REPLACE VIEW mart.quarantine AS
SELECT q.source, q.source_id, q.reason, q.detail, l.finished_at AS since FROM dw.quarantine AS q JOIN dw.load_run AS l ON l.id = q.load_run_id;
COMMENT ON VIEW mart.quarantine IS 'Which source rows contradict what else is known, and are in no fact until they are mended? One row per source row and reason.';
COMMENT ON COLUMN mart.quarantine.source IS 'What the row is, such as activity.';
COMMENT ON COLUMN mart.quarantine.source_id IS 'Its key in the graph.';
COMMENT ON COLUMN mart.quarantine.reason IS 'Code of the contradiction.';
COMMENT ON COLUMN mart.quarantine.detail IS 'The contradiction in words.';
COMMENT ON COLUMN mart.quarantine.since IS 'When the load ended that found it.';
GRANT SELECT ON mart.quarantine TO bi_reader;
