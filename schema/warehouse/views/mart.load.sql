CREATE OR REPLACE VIEW mart.load AS
SELECT id, command, mode, reason, as_of, horizon, started_at, finished_at, status,
       -- They tell of the rows of all committees.
       CASE WHEN (SELECT dw.sees_everything()) THEN error END AS error,
       CASE WHEN (SELECT dw.sees_everything()) THEN rows END AS rows,
       CASE WHEN (SELECT dw.sees_everything()) THEN touched END AS touched
FROM dw.load_run;
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
COMMENT ON COLUMN mart.load.error IS 'Why it failed; null for whom one committee is shown.';
COMMENT ON COLUMN mart.load.rows IS 'Rows of dimensions and facts that it wrote or removed; null for whom one committee is shown.';
COMMENT ON COLUMN mart.load.touched IS 'How many subjects had changed since the load before; null for whom one committee is shown.';
GRANT SELECT ON mart.load TO bi_reader;
