-- Grain: one row per target of a committee in scope: the days of what counts towards it, in order.
CREATE TEMP TABLE target_days ON COMMIT DROP AS
SELECT t.work_target_id, t.committee_id, t.kind, t.year, t.target, d.days
FROM scope_committee AS s
JOIN source.work_target AS t ON t.committee_id = s.committee_id
CROSS JOIN LATERAL (SELECT array_agg(x.day ORDER BY x.day) AS days FROM source.target_done AS x WHERE x.work_target_id = t.work_target_id) AS d;
ANALYZE target_days;
