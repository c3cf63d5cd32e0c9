-- What the statement of an indicator is written from: dw.indicator_statement.
CREATE OR REPLACE VIEW dw.dimension AS
SELECT code, field, output, needs, expression, source, type, in_aggregate, used_by
FROM (VALUES
    ('COMMITTEE', 'committee', 'committee_id', 'committee_id', 'f.committee_id', NULL, 'bigint', 'f.committee_id', 'ALL'),
    ('COMMITTEE_TREE', 'committeeTree', 'committee_id', 'committee_id', 't.ancestor_id', 'tree', 'bigint', 't.ancestor_id', 'ALL'),
    ('REGION', 'region', 'region_code', 'committee_key', 'c.region_code', 'committee', 'text', NULL, 'ALL'),
    ('PROVINCE', 'province', 'province_code', 'committee_key', 'c.province_code', 'committee', 'text', 'nullif(f.province_code, '''')', 'ALL'),
    ('SOCIETY', 'society', 'society_id', 'society_key', 's.society_id', 'society', 'bigint', NULL, 'ALL'),
    ('SOCIETY_KIND', 'societyKind', 'society_kind', 'society_key', 's.kind', 'society', 'text', NULL, 'ALL'),
    ('DISCIPLINE', 'discipline', 'discipline_code', 'society_key', 's.discipline_code', 'society', 'text', 'nullif(f.discipline_code, '''')', 'ALL'),
    ('LEVEL', 'level', 'level', 'society_key', 's.level', 'society', 'text', 'f.level', 'ALL'),
    ('BRANCH', 'branch', 'branch_id', 'branch_id', 'f.branch_id', NULL, 'bigint', NULL, 'ALL'),
    ('FORM', 'form', 'branch_form', 'branch_key', 'o.form', 'branch', 'text', NULL, 'ALL'),
    ('CATEGORY', 'category', 'category', 'category', 'f.category', NULL, 'text', NULL, 'ALL'),
    ('KIND', 'kind', 'kind', 'kind', 'f.kind', NULL, 'text', NULL, 'ALL'),
    ('AGE_BAND', 'ageBand', 'age_band', 'member_band_key', 'f.age_band', NULL, 'text', NULL, 'ALL'),
    ('SEX', 'sex', 'sex', 'member_band_key', 'f.sex', NULL, 'text', NULL, 'ALL'),
    ('MEMBER_STATUS', 'memberStatus', 'member_status', 'member_band_key', 'f.member_status', NULL, 'text', NULL, 'ALL'),
    ('ITEM', 'item', 'item_code', 'scheme_item_key', 'i.item_code', 'scheme_item', 'text', 'i.item_code', 'ALL'),
    ('SECTION', 'section', 'section', 'scheme_item_key', 'i.section', 'scheme_item', 'text', 'i.section', 'ALL'),
    ('SCORE', NULL, 'score', 'score', 'f.score', NULL, 'numeric', 'f.score', 'ALL'),
    ('FIXED', NULL, 'score', 'fixed', 'f.fixed', NULL, 'numeric', NULL, 'ALL'),
    ('TOTAL', NULL, 'score', 'total', 'f.total', NULL, 'numeric', NULL, 'ALL'),
    ('ACTIVITY', NULL, 'activity_id', 'activity_id', 'f.activity_id', NULL, 'bigint', NULL, 'ALL'),
    ('MEETING', NULL, 'meeting_id', 'meeting_id', 'f.meeting_id', NULL, 'bigint', NULL, 'ALL'),
    ('RECTIFICATION', NULL, 'rectification_id', 'rectification_id', 'f.rectification_id', NULL, 'bigint', NULL, 'ALL'),
    ('EVENT_FILING', NULL, 'event_filing_id', 'event_filing_id', 'f.event_filing_id', NULL, 'bigint', NULL, 'ALL'),
    ('ASSESSMENT', NULL, 'assessment_id', 'assessment_id', 'f.assessment_id', NULL, 'bigint', NULL, 'ALL'),
    ('GRADE', 'grade', 'grade', 'grade', 'f.grade', NULL, 'text', NULL, 'REGISTER'),
    ('OWN_GRADE', 'gradeCode', 'grade_code', 'grade_code', 'coalesce(f.grade_code, f.grade)', NULL, 'text', NULL, 'REGISTER'),
    ('OWN_FORM', 'formCode', 'form_code', 'branch_key', 'nullif(coalesce(o.form_code, o.form), ''UNKNOWN'')', 'branch', 'text', NULL, 'REGISTER'),
    ('GRADE_BASIS', 'gradeBasis', 'grade_basis', 'grade_basis', 'f.grade_basis', NULL, 'text', NULL, 'REGISTER'),
    ('SCORE_BAND', 'scoreBand', 'score_band', 'total', '(floor(f.total / 5) * 5)::bigint', NULL, 'bigint', NULL, 'REGISTER'),
    ('FAIL_RULE', 'failRule', 'fail_rule', 'fail_rule', 'f.fail_rule', NULL, 'text', NULL, 'REGISTER'),
    ('BONUS_ITEM', 'bonusItem', 'bonus_item', 'bonus_item', 'f.bonus_item', NULL, 'text', NULL, 'REGISTER'),
    ('BONUS_LEVEL', 'bonusLevel', 'bonus_level', 'bonus_item', 'CASE WHEN f.level IN (''DEPARTMENT'', ''MUNICIPAL'', ''CENTRAL'') THEN f.level ELSE ''OTHER'' END', NULL, 'text', NULL, 'REGISTER'),
    ('OWN_BONUS_LEVEL', 'bonusLevelCode', 'bonus_level_code', 'bonus_item', 'f.level', NULL, 'text', NULL, 'REGISTER'),
    ('CLAIM_STATUS', 'claimStatus', 'claim_status', 'bonus_item', 'f.status', NULL, 'text', NULL, 'REGISTER'),
    ('REASON', 'reason', 'reason', 'uncovered_reason', 'f.uncovered_reason', NULL, 'text', NULL, 'REGISTER'),
    ('FROM_CATEGORY', 'fromCategory', 'from_category', 'from_category', 'f.from_category', NULL, 'text', NULL, 'REGISTER'),
    ('TO_CATEGORY', 'toCategory', 'to_category', 'to_category', 'f.to_category', NULL, 'text', NULL, 'REGISTER'),
    ('STAGE', 'stage', 'stage', 'notified', 'CASE WHEN f.notified = 1 THEN ''NOTIFIED'' WHEN f.closed = 1 THEN ''CLOSED'' WHEN f.ledgered = 1 THEN ''LEDGERED'' ELSE ''FOUND'' END',
        NULL, 'text', NULL, 'REGISTER'),
    ('FIXED_SCORE', 'fixedScore', 'fixed_score', 'fixed', 'f.fixed', NULL, 'numeric', NULL, 'CONDITION'),
    ('TOTAL_SCORE', 'totalScore', 'total_score', 'total', 'f.total', NULL, 'numeric', NULL, 'CONDITION'),
    ('POINTS', 'points', 'points', 'bonus_item', 'f.points', NULL, 'numeric', NULL, 'CONDITION'),
    ('SINCE', 'since', 'since', 'uncovered_since', 'f.uncovered_since', NULL, 'date', NULL, 'CONDITION')
) AS listed (code, field, output, needs, expression, source, type, in_aggregate, used_by);
COMMENT ON VIEW dw.dimension IS 'One row per thing that an indicator can be grouped by, filtered by, or told of row by row.';
COMMENT ON COLUMN dw.dimension.code IS 'Its name in by.';
COMMENT ON COLUMN dw.dimension.field IS 'Its name in a filter; null where it is only told of row by row.';
COMMENT ON COLUMN dw.dimension.output IS 'Column of mart.indicator_value that shows it.';
COMMENT ON COLUMN dw.dimension.needs IS 'Column that a fact must have.';
COMMENT ON COLUMN dw.dimension.expression IS 'Its value, over f (the fact) and what is joined.';
COMMENT ON COLUMN dw.dimension.source IS 'What is joined; null where the fact has it.';
COMMENT ON COLUMN dw.dimension.type IS 'Type of the value.';
COMMENT ON COLUMN dw.dimension.in_aggregate IS 'Its value over an aggregate that has it; null where none has.';
COMMENT ON COLUMN dw.dimension.used_by IS 'ALL: indicators and registers. REGISTER: registers alone. CONDITION: only to restrict registers.';
