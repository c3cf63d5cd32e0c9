-- Grain: one row per assessment scheme and item; results without a scheme have items of their own.
INSERT INTO dw.dim_scheme_item (scheme_id, section, item_code, position, text, maximum, clause, load_run_id)
SELECT DISTINCT i.scheme_id, i.section, i.item_code, i.position, i.text, i.maximum, i.clause, l.load_run_id
FROM (
    SELECT scheme_id, section, item_code, position, text, maximum, clause FROM source.scheme_item
    UNION ALL
    (SELECT DISTINCT NULL::bigint, n.section, n.item_code, NULL::int, NULL::text, n.maximum, NULL::text
     FROM scope_branch AS s JOIN source.assessment_item_score AS n ON n.branch_id = s.branch_id AND n.year >= s.from_month_key / 10000
     WHERE n.entry_id IS NULL)
) AS i
CROSS JOIN load AS l
ON CONFLICT DO NOTHING;
ANALYZE dw.dim_scheme_item;
