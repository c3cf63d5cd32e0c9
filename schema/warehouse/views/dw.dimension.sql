-- What the statement of an indicator is written from: dw.indicator_statement.
CREATE OR REPLACE VIEW dw.dimension AS
SELECT code, field, output, needs, expression, source, type, in_aggregate
FROM (VALUES
    ('COMMITTEE', 'committee', 'committee_id', 'committee_id', 'f.committee_id', NULL, 'bigint', 'f.committee_id'),
    ('COMMITTEE_TREE', 'committeeTree', 'committee_id', 'committee_id', 't.ancestor_id', 'tree', 'bigint', 't.ancestor_id'),
    ('REGION', 'region', 'region_code', 'committee_key', 'c.region_code', 'committee', 'text', NULL),
    ('PROVINCE', 'province', 'province_code', 'committee_key', 'c.province_code', 'committee', 'text', 'nullif(f.province_code, '''')'),
    ('SOCIETY', 'society', 'society_id', 'society_key', 's.society_id', 'society', 'bigint', NULL),
    ('SOCIETY_KIND', 'societyKind', 'society_kind', 'society_key', 's.kind', 'society', 'text', NULL),
    ('DISCIPLINE', 'discipline', 'discipline_code', 'society_key', 's.discipline_code', 'society', 'text', 'nullif(f.discipline_code, '''')'),
    ('LEVEL', 'level', 'level', 'society_key', 's.level', 'society', 'text', 'f.level'),
    ('BRANCH', 'branch', 'branch_id', 'branch_id', 'f.branch_id', NULL, 'bigint', NULL),
    ('FORM', 'form', 'branch_form', 'branch_key', 'o.form', 'branch', 'text', NULL),
    ('CATEGORY', 'category', 'category', 'category', 'f.category', NULL, 'text', NULL),
    ('KIND', 'kind', 'kind', 'kind', 'f.kind', NULL, 'text', NULL),
    ('AGE_BAND', 'ageBand', 'age_band', 'member_band_key', 'f.age_band', NULL, 'text', NULL),
    ('SEX', 'sex', 'sex', 'member_band_key', 'f.sex', NULL, 'text', NULL),
    ('MEMBER_STATUS', 'memberStatus', 'member_status', 'member_band_key', 'f.member_status', NULL, 'text', NULL),
    ('ITEM', 'item', 'item_code', 'scheme_item_key', 'i.item_code', 'scheme_item', 'text', 'i.item_code'),
    ('SECTION', 'section', 'section', 'scheme_item_key', 'i.section', 'scheme_item', 'text', 'i.section'),
    ('SCORE', NULL, 'score', 'score', 'f.score', NULL, 'numeric', 'f.score'),
    ('FIXED', NULL, 'score', 'fixed', 'f.fixed', NULL, 'numeric', NULL),
    ('TOTAL', NULL, 'score', 'total', 'f.total', NULL, 'numeric', NULL),
    ('ACTIVITY', NULL, 'activity_id', 'activity_id', 'f.activity_id', NULL, 'bigint', NULL),
    ('MEETING', NULL, 'meeting_id', 'meeting_id', 'f.meeting_id', NULL, 'bigint', NULL),
    ('RECTIFICATION', NULL, 'rectification_id', 'rectification_id', 'f.rectification_id', NULL, 'bigint', NULL),
    ('EVENT_FILING', NULL, 'event_filing_id', 'event_filing_id', 'f.event_filing_id', NULL, 'bigint', NULL),
    ('ASSESSMENT', NULL, 'assessment_id', 'assessment_id', 'f.assessment_id', NULL, 'bigint', NULL)
) AS listed (code, field, output, needs, expression, source, type, in_aggregate);
COMMENT ON VIEW dw.dimension IS 'One row per thing that an indicator can be grouped by, filtered by, or told of row by row.';
COMMENT ON COLUMN dw.dimension.code IS 'Its name in by.';
COMMENT ON COLUMN dw.dimension.field IS 'Its name in a filter; null where it is only told of row by row.';
COMMENT ON COLUMN dw.dimension.output IS 'Column of mart.indicator_value that shows it.';
COMMENT ON COLUMN dw.dimension.needs IS 'Column that a fact must have.';
COMMENT ON COLUMN dw.dimension.expression IS 'Its value, over f (the fact) and what is joined.';
COMMENT ON COLUMN dw.dimension.source IS 'What is joined; null where the fact has it.';
COMMENT ON COLUMN dw.dimension.type IS 'Type of the value.';
COMMENT ON COLUMN dw.dimension.in_aggregate IS 'Its value over an aggregate that has it; null where none has.';
