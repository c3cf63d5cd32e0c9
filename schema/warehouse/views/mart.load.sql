CREATE OR REPLACE VIEW mart.load AS
SELECT id, command, mode, reason, as_of, horizon, started_at, finished_at, status, error, rows, touched FROM dw.load_run;
COMMENT ON VIEW mart.load IS 'Which loads ran? One row per load.';
COMMENT ON COLUMN mart.load.id IS 'Key of the load; a later load has a greater one.';
COMMENT ON COLUMN mart.load.command IS 'What began it.';
COMMENT ON COLUMN mart.load.mode IS 'FULL or INCREMENTAL: everything, or what changed.';
COMMENT ON COLUMN mart.load.reason IS 'Why everything was loaded; null where only what changed was.';
COMMENT ON COLUMN mart.load.as_of IS 'The day whose state was loaded.';
COMMENT ON COLUMN mart.load.horizon IS 'The last day that the star tells since then.';
COMMENT ON COLUMN mart.load.started_at IS 'When it began.';
COMMENT ON COLUMN mart.load.finished_at IS 'When it ended; null while it runs.';
COMMENT ON COLUMN mart.load.status IS 'RUNNING, SUCCEEDED or FAILED.';
COMMENT ON COLUMN mart.load.error IS 'Why it failed.';
COMMENT ON COLUMN mart.load.rows IS 'Rows of dimensions and facts that it wrote or removed.';
COMMENT ON COLUMN mart.load.touched IS 'How many subjects had changed since the load before.';
GRANT SELECT ON mart.load TO bi_reader;
