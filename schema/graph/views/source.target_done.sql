CREATE OR REPLACE VIEW source.target_done AS
SELECT n.work_target_id, n.day
FROM (
    SELECT d.work_target_id, d.target, x.day, row_number() OVER (PARTITION BY d.work_target_id, d.id ORDER BY x.day) AS place
    FROM graph.duty AS d
    JOIN graph.duty_done AS x ON x.duty_id = d.id
    WHERE d.work_target_id IS NOT NULL
) AS n
WHERE n.place <= n.target;
COMMENT ON VIEW source.target_done IS 'One row per deed that counts towards a target; no more of one duty than it asks.';
