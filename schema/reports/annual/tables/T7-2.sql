-- Grain: one row per item of the assessment.
SELECT i.item_code AS key, false AS is_total, i.item_code AS item, i.text, i.maximum, v.mean, v.mean / nullif(i.maximum, 0) AS rate, v.assessed AS branches
FROM report_scope AS s
CROSS JOIN LATERAL mart.score_value('ITEM', '{SECTION,ITEM}', s.assessed, s.assessed, s.filter) AS v
JOIN LATERAL (
    SELECT d.item_code, d.position, d.text, d.maximum FROM mart.scheme_item AS d
    WHERE d.item_code = v.item_code AND d.section = v.section ORDER BY d.scheme_item_id DESC LIMIT 1
) AS i ON true
ORDER BY i.position, i.item_code;
