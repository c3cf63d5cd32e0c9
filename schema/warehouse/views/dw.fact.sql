-- What the statement of an indicator is written from: dw.indicator_statement.
CREATE OR REPLACE VIEW dw.fact AS
SELECT name, grain, kind, months, additivity, aggregates
FROM (VALUES
    ('coverage_monthly', 'society × month × rule set', 'PERIODIC_SNAPSHOT', 'LOADED', 'NOT_OVER_TIME_OR_RULE_SETS', ARRAY['agg_coverage_province', 'agg_coverage_committee']),
    ('branch_monthly', 'branch × month', 'PERIODIC_SNAPSHOT', 'LOADED', 'NOT_OVER_TIME', ARRAY['agg_branch_province']),
    ('target_progress', 'committee × kind × month', 'PERIODIC_SNAPSHOT', 'LOADED', 'NOT_OVER_TIME', '{}'),
    ('member_count', 'branch × band × month', 'PERIODIC_SNAPSHOT', 'LOADED', 'NOT_OVER_TIME', ARRAY['agg_member_province']),
    ('assessment', 'branch × year', 'ACCUMULATING_SNAPSHOT', 'YEARS', 'OVER_ALL', ARRAY['agg_assessment_province']),
    ('assessment_item', 'result × item', 'TRANSACTION', 'YEARS', 'OVER_ALL', ARRAY['agg_item_score']),
    ('bonus', 'bonus claim', 'TRANSACTION', 'CALENDAR', 'OVER_ALL', '{}'),
    ('activity', 'activity', 'TRANSACTION', 'CALENDAR', 'OVER_ALL', ARRAY['agg_activity_province']),
    ('meeting', 'meeting', 'TRANSACTION', 'CALENDAR', 'OVER_ALL', ARRAY['agg_meeting_province']),
    ('category_change', 'change of a category', 'TRANSACTION', 'CALENDAR', 'OVER_ALL', ARRAY['agg_category_change_province']),
    ('rectification', 'finding', 'ACCUMULATING_SNAPSHOT', 'CALENDAR', 'OVER_ALL', '{}'),
    ('evidence_due', 'subject × kind × period', 'ACCUMULATING_SNAPSHOT', 'CALENDAR', 'OVER_ALL', '{}'),
    ('event_filing', 'event', 'TRANSACTION', 'CALENDAR', 'OVER_ALL', ARRAY['agg_event_province'])
) AS listed (name, grain, kind, months, additivity, aggregates);
COMMENT ON VIEW dw.fact IS 'One row per fact: dw.fct_ before its name.';
COMMENT ON COLUMN dw.fact.name IS 'Name behind fct_.';
COMMENT ON COLUMN dw.fact.grain IS 'What a row is about.';
COMMENT ON COLUMN dw.fact.kind IS 'PERIODIC_SNAPSHOT, ACCUMULATING_SNAPSHOT or TRANSACTION.';
COMMENT ON COLUMN dw.fact.months IS 'LOADED: it has the months of dw.loaded_month. CALENDAR: any month in which something happened. YEARS: years.';
COMMENT ON COLUMN dw.fact.additivity IS 'OVER_ALL, NOT_OVER_TIME or NOT_OVER_TIME_OR_RULE_SETS: what its measures add over.';
COMMENT ON COLUMN dw.fact.aggregates IS 'Tables of its sums, the smallest first; their measures are named measure_condition.';
