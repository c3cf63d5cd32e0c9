-- The three layers of the warehouse, and the log of loads.

CREATE SCHEMA staging;
COMMENT ON SCHEMA staging IS 'What the last load worked out on its way to the star; the next load empties it.';
CREATE SCHEMA dw;
COMMENT ON SCHEMA dw IS 'The star: dimensions, facts and the log of loads. Written by loads only.';
CREATE SCHEMA mart;
COMMENT ON SCHEMA mart IS 'For people and BI tools: one view per question, with stable names.';

CREATE TABLE dw.load_run (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    command text NOT NULL CHECK (command <> ''),
    as_of date NOT NULL,
    from_month date CHECK (extract(day FROM from_month) = 1),
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at timestamptz,
    status text NOT NULL DEFAULT 'RUNNING' CHECK (status IN ('RUNNING', 'SUCCEEDED', 'FAILED')),
    error text CHECK (error <> ''),
    rows bigint NOT NULL DEFAULT 0 CHECK (rows >= 0),
    CHECK (from_month <= as_of),
    CHECK ((finished_at IS NULL) = (status = 'RUNNING')),
    CHECK ((error IS NULL) = (status <> 'FAILED'))
);
CREATE INDEX load_run_started_at ON dw.load_run (started_at);
COMMENT ON TABLE dw.load_run IS 'One row per load, failed ones included.';
COMMENT ON COLUMN dw.load_run.id IS 'Key; rows of the star name the load that wrote them.';
COMMENT ON COLUMN dw.load_run.command IS 'The command that started it.';
COMMENT ON COLUMN dw.load_run.as_of IS 'The day whose state was loaded.';
COMMENT ON COLUMN dw.load_run.from_month IS 'First day of the first month to fill; null: only the month of as_of.';
COMMENT ON COLUMN dw.load_run.started_at IS 'When it began.';
COMMENT ON COLUMN dw.load_run.finished_at IS 'When it ended; null while it runs.';
COMMENT ON COLUMN dw.load_run.status IS 'RUNNING, SUCCEEDED or FAILED. SUCCEEDED is written by the same transaction as the star.';
COMMENT ON COLUMN dw.load_run.error IS 'Why it failed; null unless it did.';
COMMENT ON COLUMN dw.load_run.rows IS 'Rows of dimensions and facts that it wrote or removed; 0 where everything stood already.';

CREATE TABLE dw.load_step (
    load_run_id bigint NOT NULL REFERENCES dw.load_run ON DELETE CASCADE,
    position int NOT NULL CHECK (position > 0),
    step text NOT NULL CHECK (step <> ''),
    rows bigint NOT NULL CHECK (rows >= 0),
    ms bigint NOT NULL CHECK (ms >= 0),
    PRIMARY KEY (load_run_id, position)
);
COMMENT ON TABLE dw.load_step IS 'One row per finished step of a load; a failed load shows how far it came.';
COMMENT ON COLUMN dw.load_step.load_run_id IS 'The load.';
COMMENT ON COLUMN dw.load_step.position IS 'Place in the order of steps, from 1.';
COMMENT ON COLUMN dw.load_step.step IS 'The file under etl/Transforms without its ending.';
COMMENT ON COLUMN dw.load_step.rows IS 'Rows written or removed; for a check: rows that break its sentence.';
COMMENT ON COLUMN dw.load_step.ms IS 'Milliseconds that it took.';
