-- Grain: one row per rule set in effect whose number of societies in the newest month is not that of its jurisdiction. Of a load of what changed only the
-- societies that it looked at: the others' rows are as they were. `check` counts everybody.
WITH newest AS MATERIALIZED (
    SELECT m.month_key, m.snapshot_day, g.generation FROM load_month AS m CROSS JOIN load_generation AS g ORDER BY m.month_key DESC LIMIT 1
), looked_at AS MATERIALIZED (
    SELECT society_id FROM scope_society
    UNION
    SELECT v.society_id FROM load AS l JOIN dw.dim_society AS v ON l.is_full AND v.superseded_run_id IS NULL
), place AS MATERIALIZED (
    -- Read once: the view looks among all supporting units which regions somebody names.
    SELECT code, around FROM source.region
), there AS (
    SELECT r.rule_set_id, count(*) AS there
    FROM looked_at AS a
    CROSS JOIN newest AS m
    -- By key, one after the other: the planner takes those looked at for all there are.
    CROSS JOIN LATERAL (
        SELECT v.committee_id FROM dw.dim_society AS v
        WHERE v.society_id = a.society_id AND v.superseded_run_id IS NULL AND v.valid_from <= m.snapshot_day AND m.snapshot_day < v.valid_to OFFSET 0
    ) AS s
    JOIN dw.dim_committee AS c ON c.committee_id = s.committee_id AND c.superseded_run_id IS NULL
        AND c.valid_from <= m.snapshot_day AND m.snapshot_day < c.valid_to
    JOIN place AS g ON g.code = c.region_code
    JOIN dw.dim_rule_set AS r ON r.is_current AND r.region_code::text = ANY (g.around)
        AND (r.effective_from IS NULL OR r.effective_from <= m.snapshot_day) AND (r.effective_to IS NULL OR m.snapshot_day < r.effective_to)
    GROUP BY r.rule_set_id
), counted AS (
    SELECT f.rule_set_id, count(*) AS counted
    FROM looked_at AS a
    CROSS JOIN newest AS m
    -- Likewise: it would read the whole month.
    CROSS JOIN LATERAL (
        SELECT o.rule_set_id FROM dw.fct_coverage_monthly AS o
        WHERE o.generation = m.generation AND o.society_id = a.society_id AND o.month_key = m.month_key OFFSET 0
    ) AS f
    GROUP BY f.rule_set_id
)
SELECT r.code AS rule_set_code, m.month_key, coalesce(t.there, 0) AS there, coalesce(c.counted, 0) AS counted
FROM newest AS m
JOIN dw.dim_rule_set AS r ON r.is_current
    AND (r.effective_from IS NULL OR r.effective_from <= m.snapshot_day) AND (r.effective_to IS NULL OR m.snapshot_day < r.effective_to)
LEFT JOIN there AS t ON t.rule_set_id = r.rule_set_id
LEFT JOIN counted AS c ON c.rule_set_id = r.rule_set_id
WHERE coalesce(t.there, 0) <> coalesce(c.counted, 0);
