-- Grain: one row if the last load ended more than two days ago.
-- Severity: warning
SELECT max(finished_at) AS last_loaded_at, max(horizon) AS tells_up_to
FROM dw.load_run
WHERE status = 'SUCCEEDED'
HAVING max(finished_at) < now() - interval '2 days';
