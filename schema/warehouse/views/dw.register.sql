-- What the rows of mart.register and the groups of mart.register_value are written from: dw.register_rows.
CREATE OR REPLACE VIEW dw.register AS
SELECT code, fact, time_rule, condition, row_key, dated_by, ordering, only_by
FROM (VALUES
    ('ASSESSMENT', 'assessment', 'YEARS', 'f.assessed = 1', 'f.branch_id::text', 'issued_key', 'year DESC, total DESC, row_key', NULL::text[]),
    ('FAILURE', 'assessment', 'YEARS', 'f.failed = 1', 'f.branch_id::text', 'issued_key', 'year DESC, total DESC, row_key', NULL),
    ('BONUS', 'bonus', 'YEARS', 'true', 'f.bonus_claim_id::text', 'date_key', 'year DESC, dated_on, bonus_claim_id', NULL),
    ('UNCOVERED_SOCIETY', 'coverage_monthly', 'LAST', 'f.in_denominator = 1 AND f.organised = 0', 'f.society_id::text', NULL, 'since NULLS LAST, society', NULL),
    ('BRANCH', 'branch_monthly', 'LAST', 'f.established = 1', 'f.branch_id::text', NULL, 'branch', NULL),
    ('CATEGORY_CHANGE', 'category_change', 'SUM', 'true', 'f.branch_id || ''/'' || f.date_key', 'date_key', 'dated_on, branch', NULL),
    ('CATEGORY_TRANSITION', 'branch_monthly', 'TRANSITION', 'f.established = 1', 'f.branch_id::text', NULL, 'branch', NULL),
    ('RECTIFICATION', 'rectification', 'SUM', 'true', 'f.rectification_id::text', 'found_key', 'dated_on, rectification_id', NULL),
    ('MEMBER', 'member_count', 'LAST', 'true', 'f.branch_id || ''/'' || f.member_band_key', NULL, 'row_key',
        ARRAY['COMMITTEE', 'COMMITTEE_TREE', 'REGION', 'PROVINCE', 'AGE_BAND', 'SEX', 'MEMBER_STATUS'])
) AS listed (code, fact, time_rule, condition, row_key, dated_by, ordering, only_by);
COMMENT ON VIEW dw.register IS 'One row per register: things of one kind, one by one and in groups.';
COMMENT ON COLUMN dw.register.code IS 'Its name.';
COMMENT ON COLUMN dw.register.fact IS 'Name of its fact in dw.fact.';
COMMENT ON COLUMN dw.register.time_rule IS 'YEARS: rows of years. SUM: what happened in the period. LAST: what stood in its last month. TRANSITION: its last month beside the month before it.';
COMMENT ON COLUMN dw.register.condition IS 'Which rows of the fact are in it, over f.';
COMMENT ON COLUMN dw.register.row_key IS 'What identifies a row.';
COMMENT ON COLUMN dw.register.dated_by IS 'Column of the fact with its day as a number; null where a row tells of a month.';
COMMENT ON COLUMN dw.register.ordering IS 'How its rows are ordered without another order, over the columns of dw.register_rows.';
COMMENT ON COLUMN dw.register.only_by IS 'What alone it can be asked by; null: by all that its fact has.';
