CREATE OR REPLACE VIEW graph.roster_reconciliation AS
SELECT roster_id, category, coalesce(stated, listed) AS stated, listed, greatest(coalesce(stated, listed) - listed, 0) AS missing
FROM (
    SELECT roster_id, category, max(stated) AS stated, count(position)::int AS listed
    FROM (
        SELECT roster_id, category, stated, NULL::int AS position FROM graph.roster_count
        UNION ALL
        SELECT roster_id, category, NULL, position FROM graph.roster_entry
    ) AS line
    GROUP BY roster_id, category
) AS counted;
COMMENT ON VIEW graph.roster_reconciliation IS 'Stated against listed numbers of each list and category.';
COMMENT ON COLUMN graph.roster_reconciliation.roster_id IS 'The list.';
COMMENT ON COLUMN graph.roster_reconciliation.category IS 'The category.';
COMMENT ON COLUMN graph.roster_reconciliation.stated IS 'The stated number; what is listed, where the list states none.';
COMMENT ON COLUMN graph.roster_reconciliation.listed IS 'How many entries stand in the list.';
COMMENT ON COLUMN graph.roster_reconciliation.missing IS 'Stated less listed, 0 where more are listed.';
