-- Grain: one row per month, committee, kind of target and its year; a year's target shows in its own months.
SELECT m.month_key, t.committee_id, t.kind, t.year, c.committee_key, t.target, coalesce(width_bucket(m.snapshot_day, t.days), 0) AS done,
       (coalesce(width_bucket(m.snapshot_day, t.days), 0) >= t.target)::int::smallint AS met
FROM scope_committee AS s
JOIN target_days AS t ON t.committee_id = s.committee_id
JOIN load_month AS m ON extract(year FROM m.month) = t.year AND (m.is_new OR m.month_key >= s.from_month_key)
JOIN dw.dim_committee AS c ON c.committee_id = t.committee_id AND c.superseded_run_id IS NULL AND c.valid_from <= m.snapshot_day AND m.snapshot_day < c.valid_to
