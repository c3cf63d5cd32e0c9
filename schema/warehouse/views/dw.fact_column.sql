CREATE OR REPLACE VIEW dw.fact_column AS
SELECT w.name AS fact, a.attname::text AS name
FROM dw.fact AS w
JOIN pg_attribute AS a ON a.attrelid = to_regclass('dw.fct_' || w.name || '_history') AND a.attnum > 0 AND NOT a.attisdropped
WHERE a.attname NOT IN ('load_run_id', 'superseded_run_id')
UNION ALL
-- What dw.fact_rows adds.
SELECT fact, name
FROM (VALUES
    ('assessment_item', 'month_key'), ('assessment_item', 'category'), ('assessment_item', 'branch_key'), ('assessment_item', 'society_key'),
    ('member_count', 'month_key'), ('member_count', 'branch_key'), ('member_count', 'committee_id'), ('member_count', 'committee_key'),
    ('member_count', 'society_key'), ('member_count', 'category'), ('member_count', 'age_band'), ('member_count', 'sex'), ('member_count', 'member_status')
) AS added (fact, name);
COMMENT ON VIEW dw.fact_column IS 'One row per fact and column that a definition can name.';
COMMENT ON COLUMN dw.fact_column.fact IS 'Name of the fact in dw.fact.';
COMMENT ON COLUMN dw.fact_column.name IS 'Its column.';
