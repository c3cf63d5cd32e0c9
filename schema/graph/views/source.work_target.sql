CREATE OR REPLACE VIEW source.work_target AS
SELECT t.id AS work_target_id, t.committee_id, t.kind, t.year, coalesce(sum(d.target), t.target)::int AS target
FROM graph.work_target AS t
LEFT JOIN graph.duty AS d ON d.work_target_id = t.id
GROUP BY t.id;
COMMENT ON VIEW source.work_target IS 'One row per target of a committee and year, with the sum of what its duties ask.';
