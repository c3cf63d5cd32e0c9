CREATE OR REPLACE VIEW dw.register_number AS
SELECT name, type
FROM (VALUES
    ('year', 'int'), ('fixed', 'numeric'), ('bonus', 'numeric'), ('total', 'numeric'), ('counted', 'numeric'), ('upgrade_to_a', 'smallint'), ('ledgered', 'smallint'),
    ('closed', 'smallint'), ('notified', 'smallint'), ('late', 'smallint'), ('days_open', 'int'), ('minimum_met', 'smallint'), ('minimum_asked', 'smallint'), ('appraisal_done', 'smallint'),
    ('activities_year', 'smallint'), ('members', 'int'), ('assessment_id', 'bigint'), ('bonus_claim_id', 'bigint'), ('rectification_id', 'bigint'),
    ('ledgered_key', 'int'), ('closed_key', 'int'), ('notified_key', 'int'), ('work', 'smallint'),
    ('grade_name', 'text'), ('grade_english_name', 'text'), ('level_name', 'text'), ('level_english_name', 'text'), ('form_name', 'text'), ('form_english_name', 'text')
) AS listed (name, type);
COMMENT ON VIEW dw.register_number IS 'One row per column of a fact, or of its branch, that rows of registers show beside the dimensions.';
COMMENT ON COLUMN dw.register_number.name IS 'The column; null in rows whose fact does not have it.';
COMMENT ON COLUMN dw.register_number.type IS 'Its type.';
