CREATE OR REPLACE FUNCTION graph.audit_fault() RETURNS TABLE (seal_id bigint, event_id bigint, fault text)
    LANGUAGE sql STABLE AS $$
    SELECT s.id, NULL::bigint, 'LINK_BROKEN'
    FROM (SELECT a.id, a.previous_hash, lag(a.hash, 1, p.hash) OVER w AS before,
            lag(a.id, 1, coalesce(p.seal_id, 0)) OVER w AS number
        FROM graph.audit_seal AS a LEFT JOIN graph.audit_pruned AS p ON true WINDOW w AS (ORDER BY a.id)) AS s
    WHERE s.previous_hash IS DISTINCT FROM s.before OR s.id <> s.number + 1
    UNION ALL
    SELECT s.id, NULL, 'CONTENT_CHANGED' FROM graph.audit_seal AS s WHERE s.hash <> graph.audit_hash(s.previous_hash, s.events)
    UNION ALL
    SELECT s.id, k.id, 'EVENT_GONE' FROM graph.audit_seal AS s CROSS JOIN LATERAL unnest(s.events) AS k (id)
    WHERE NOT EXISTS (SELECT FROM graph.audit_event AS e WHERE e.id = k.id)
    UNION ALL
    SELECT NULL, e.id, 'EVENT_UNSEALED' FROM graph.audit_event AS e
    WHERE NOT EXISTS (SELECT FROM graph.audit_unsealed AS u WHERE u.event_id = e.id)
      AND NOT EXISTS (SELECT FROM (SELECT unnest(events) AS id FROM graph.audit_seal) AS k WHERE k.id = e.id)
    ORDER BY 1 NULLS LAST, 2
$$;
COMMENT ON FUNCTION graph.audit_fault IS 'Where the chain is broken: a link that does not follow the one before, whose rows are others, or an event that is gone or in no link.';
