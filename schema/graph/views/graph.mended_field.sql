-- Grain: one field of a repair that tells something: of a void record each that was stated, else each that changed. No keys, nothing of
-- single people, and of dues no amount: those stand in graph.mended_record for an audit.
CREATE OR REPLACE VIEW graph.mended_field AS
SELECT m.id AS mended_record_id, f.name,
    CASE f.name WHEN 'branch' THEN (SELECT b.name FROM graph.branch AS b WHERE b.id = f.before::bigint) ELSE f.before END AS before,
    CASE f.name WHEN 'branch' THEN (SELECT b.name FROM graph.branch AS b WHERE b.id = f.after::bigint) ELSE f.after END AS after
FROM graph.mended_record AS m
CROSS JOIN LATERAL (
    SELECT CASE WHEN key = 'branch_id' THEN 'branch' ELSE lower(left(key, 1)) || substr(replace(initcap(replace(key, '_', ' ')), ' ', ''), 2) END AS name,
        m.before ->> key AS before, m.after ->> key AS after
    FROM jsonb_object_keys(m.before) AS key
    WHERE jsonb_typeof(m.before -> key) NOT IN ('array', 'object')
        AND (key !~ '(^|_)id$' OR m.kind = 'FUND_REPORT' AND key = 'branch_id')
        AND key NOT IN ('version', 'year', 'covers', 'valid_during')
        -- What follows from another column tells nothing more.
        AND key NOT LIKE 'usual\_%'
        AND NOT (m.kind = 'DUES_PAYMENT' AND key = 'amount')
) AS f
WHERE f.before IS DISTINCT FROM f.after;
COMMENT ON VIEW graph.mended_field IS '修订内容 What a repair changed, field by field.';
COMMENT ON COLUMN graph.mended_field.mended_record_id IS 'The repair.';
COMMENT ON COLUMN graph.mended_field.name IS 'Name of the field in the contract.';
COMMENT ON COLUMN graph.mended_field.before IS 'What it said; null where it said nothing.';
COMMENT ON COLUMN graph.mended_field.after IS 'What it says from then on; null where it says nothing, or the record is void.';
