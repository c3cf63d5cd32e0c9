-- Grain: one row, the load itself.
TRUNCATE staging.load;
INSERT INTO staging.load (load_run_id, as_of, from_month)
VALUES (@load_run_id, @as_of, @from_month);
