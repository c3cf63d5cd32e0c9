CREATE OR REPLACE FUNCTION graph.audit_hash(before text, keys bigint[]) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN encode(sha256(convert_to(coalesce(before, '') || coalesce((
        SELECT string_agg(E'\n' || jsonb_build_array(e.id, (extract(epoch FROM e.recorded_at) * 1000000)::bigint, e.actor, e.action, e.subject, e.detail)::text, '' ORDER BY k.place)
        FROM unnest(keys) WITH ORDINALITY AS k (id, place) JOIN graph.audit_event AS e ON e.id = k.id), ''), 'UTF8')), 'hex');
COMMENT ON FUNCTION graph.audit_hash IS 'Hash of a link: of the one before and the events'' rows as JSON, a line each.';
