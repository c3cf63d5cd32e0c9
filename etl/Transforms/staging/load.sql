-- Grain: one row, the load itself; in unloaded one row per month that is taken out; in load_generation where it writes.
CREATE TEMP TABLE load ON COMMIT DROP AS
SELECT @load_run_id AS load_run_id, @as_of AS as_of, @from_month AS from_month, @is_full AS is_full;
CREATE TEMP TABLE unloaded ON COMMIT DROP AS
SELECT to_char(month, 'YYYYMM')::int * 100 + 1 AS month_key FROM unnest(@unload) AS month;
CREATE TEMP TABLE load_generation ON COMMIT DROP AS SELECT @generation AS generation;
-- Unknown to the planner, a table of one row is taken for two thousand, and every join with it for as many times more.
ANALYZE load, unloaded, load_generation;
