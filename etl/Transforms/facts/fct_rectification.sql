-- Grain: one row per finding, with the days of its stages.
SELECT f.rectification_id, coalesce(f.society_id, 0) AS society_id, coalesce(f.branch_id, 0) AS branch_id,
       to_char(f.found_on, 'YYYYMM')::int * 100 + 1 AS month_key, to_char(f.found_on, 'YYYYMMDD')::int AS found_key,
       coalesce(to_char(k.ledgered_on, 'YYYYMMDD')::int, 0) AS ledgered_key, coalesce(to_char(k.closed_on, 'YYYYMMDD')::int, 0) AS closed_key,
       coalesce(to_char(k.notified_on, 'YYYYMMDD')::int, 0) AS notified_key,
       coalesce(o.society_key, b.society_key, 0) AS society_key, coalesce(b.branch_key, 0) AS branch_key,
       coalesce(c.committee_id, 0) AS committee_id, coalesce(c.committee_key, 0) AS committee_key, 1::smallint AS found,
       (k.ledgered_on IS NOT NULL)::int::smallint AS ledgered, (k.closed_on IS NOT NULL)::int::smallint AS closed,
       (k.notified_on IS NOT NULL)::int::smallint AS notified, k.closed_on - f.found_on AS days_open,
       coalesce(f.due_on < least(coalesce(k.closed_on, h.day), h.day), false)::int::smallint AS late, f.kind
FROM scope_rectification AS s
JOIN source.rectification AS f ON f.rectification_id = s.rectification_id
JOIN horizon AS h ON f.found_on <= h.day
CROSS JOIN LATERAL (
    SELECT CASE WHEN f.ledgered_on <= h.day THEN f.ledgered_on END AS ledgered_on, CASE WHEN f.closed_on <= h.day THEN f.closed_on END AS closed_on,
           CASE WHEN f.notified_on <= h.day THEN f.notified_on END AS notified_on
) AS k
LEFT JOIN society_on AS o ON o.society_id = f.society_id AND o.during @> f.found_on
LEFT JOIN branch_on AS b ON b.branch_id = f.branch_id AND b.during @> f.found_on
LEFT JOIN dw.dim_committee AS c ON c.committee_id = f.committee_id AND c.superseded_run_id IS NULL AND c.valid_from <= f.found_on AND f.found_on < c.valid_to
WHERE s.from_month_key < 99990101
  AND NOT EXISTS (SELECT FROM rectification_quarantine AS q WHERE q.source_id = f.rectification_id)
