CREATE OR REPLACE VIEW source.target_done AS
SELECT n.work_target_id, n.day, n.committee_id
FROM (
    -- The committee among the parts, though the target tells it: so the deeds of one committee are found without reading all.
    SELECT t.committee_id, d.work_target_id, d.target, x.day, row_number() OVER (PARTITION BY t.committee_id, d.work_target_id, d.id ORDER BY x.day) AS place
    FROM graph.duty AS d
    JOIN graph.work_target AS t ON t.id = d.work_target_id
    JOIN graph.duty_done AS x ON x.duty_id = d.id
) AS n
WHERE n.place <= n.target;
COMMENT ON VIEW source.target_done IS 'One row per deed that counts towards a target; no more of one duty than it asks.';
