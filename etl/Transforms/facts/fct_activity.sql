-- Grain: one row per activity that was held.
SELECT a.activity_id, a.branch_id, to_char(a.held_on, 'YYYYMMDD')::int AS date_key, to_char(a.held_on, 'YYYYMM')::int * 100 + 1 AS month_key,
       v.branch_key, v.committee_id, v.committee_key, v.society_key, v.category, a.kind, 1::smallint AS held,
       a.is_collective::int::smallint AS collective, a.is_documented::int::smallint AS documented,
       -- Participation counts where both numbers are recorded.
       CASE WHEN a.attended_count IS NOT NULL THEN coalesce(a.expected_count, 0) ELSE 0 END AS expected,
       CASE WHEN a.expected_count IS NOT NULL THEN coalesce(a.attended_count, 0) ELSE 0 END AS attended,
       a.kind_code, a.kind_name, a.kind_english_name
FROM branch_on AS v
JOIN source.activity AS a ON a.branch_id = v.branch_id AND v.during @> a.held_on
JOIN horizon AS h ON a.held_on <= h.day
