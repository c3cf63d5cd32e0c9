CREATE OR REPLACE VIEW mart.warehouse AS
SELECT 1 AS id, l.id AS load_id, (SELECT max(m.snapshot_day) FROM dw.loaded_month AS m WHERE m.snapshot_day <= dw.today()) AS as_of, l.finished_at AS loaded_at,
       floor(extract(epoch FROM clock_timestamp() - l.finished_at))::bigint AS freshness, w.waiting_count, w.waiting_since
FROM dw.published AS p
LEFT JOIN dw.load_run AS l ON l.id = p.load_run_id
-- What the load's snapshot could not see, as the next load reads it.
LEFT JOIN LATERAL (
    SELECT CASE WHEN bool_and(t.subject_id IS NOT NULL) IS NOT FALSE THEN count(DISTINCT (t.subject, t.subject_id)) END AS waiting_count,
           CASE WHEN bool_and(t.at IS NOT NULL) THEN min(t.at) END AS waiting_since
    FROM graph.touched AS t
    WHERE t.xid >= pg_snapshot_xmin(l.seen) AND NOT pg_visible_in_snapshot(t.xid, l.seen)
) AS w ON l.seen IS NOT NULL;
COMMENT ON VIEW mart.warehouse IS 'How fresh is the warehouse? One row.';
COMMENT ON COLUMN mart.warehouse.id IS 'Always 1.';
COMMENT ON COLUMN mart.warehouse.load_id IS 'The last load; null while there is none.';
COMMENT ON COLUMN mart.warehouse.as_of IS 'The last day, not to come, that its months tell.';
COMMENT ON COLUMN mart.warehouse.loaded_at IS 'When the last load ended.';
COMMENT ON COLUMN mart.warehouse.freshness IS 'Seconds since then.';
COMMENT ON COLUMN mart.warehouse.waiting_count IS 'Societies, branches, committees and the like that changed since the last load saw the graph; null while nothing is loaded, and where more than 10,000 changed at once.';
COMMENT ON COLUMN mart.warehouse.waiting_since IS 'When the first of them changed; null where nothing waits, or where it is not known.';
GRANT SELECT ON mart.warehouse TO bi_reader;
