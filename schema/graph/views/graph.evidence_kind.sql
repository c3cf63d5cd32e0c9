CREATE OR REPLACE VIEW graph.evidence_kind AS
SELECT s.rule_set_code || '/' || (k.kind ->> 'code') AS id, s.rule_set_code, k.position::int AS position, k.kind ->> 'code' AS code,
       k.kind ->> 'name' AS name, k.kind ->> 'englishName' AS english_name, k.kind ->> 'subject' AS subject_kind, k.kind ->> 'nature' AS nature,
       k.kind ->> 'source' AS clause, k.kind ->> 'indicator' AS indicator, k.kind ->> 'assessmentItem' AS assessment_item,
       (k.kind #>> '{cadence,everyMonths}')::int AS every_months, (k.kind #>> '{cadence,target}')::numeric AS target,
       k.kind #>> '{cadence,sumOf}' AS target_field, k.kind #>> '{cadence,source}' AS cadence_clause, k.kind AS definition,
       coalesce((k.kind #>> '{cadence,graceDays,value}')::int, 0) AS grace_days, k.kind #>> '{cadence,yearField}' AS year_field,
       k.kind #>> '{feeds,item}' AS suggested_item, (k.kind #>> '{feeds,points,value}')::numeric AS points_each, k.kind #>> '{feeds,sumOf}' AS points_field,
       (k.kind #>> '{feeds,cap,value}')::numeric AS points_most, k.kind #>> '{feeds,points,source}' AS points_clause
FROM graph.rule_set_section AS s
CROSS JOIN LATERAL jsonb_array_elements(s.content -> 'kinds') WITH ORDINALITY AS k (kind, position)
WHERE s.section = 'evidence';
COMMENT ON VIEW graph.evidence_kind IS '佐证类别 Kinds of evidence records as the rule sets define them, a row per rule set and kind.';
COMMENT ON COLUMN graph.evidence_kind.id IS 'Key: code of the rule set, a slash, code of the kind.';
COMMENT ON COLUMN graph.evidence_kind.rule_set_code IS 'The rule set.';
COMMENT ON COLUMN graph.evidence_kind.position IS 'Place in the rule set, from 1.';
COMMENT ON COLUMN graph.evidence_kind.code IS 'Code, for example SIX_HAVES.';
COMMENT ON COLUMN graph.evidence_kind.name IS 'Chinese name, for example 六有.';
COMMENT ON COLUMN graph.evidence_kind.english_name IS 'English name.';
COMMENT ON COLUMN graph.evidence_kind.subject_kind IS 'Of whom it is recorded: COMMITTEE, BRANCH, SOCIETY, LEADING_GROUP or PERSON.';
COMMENT ON COLUMN graph.evidence_kind.nature IS 'STATE 状态: it holds until the next one; EVENT 事件: it happened.';
COMMENT ON COLUMN graph.evidence_kind.clause IS 'Clauses that ask for it.';
COMMENT ON COLUMN graph.evidence_kind.indicator IS 'Indicator that it feeds, for example I23; null for none.';
COMMENT ON COLUMN graph.evidence_kind.assessment_item IS 'Item of the assessment that it feeds; null for none.';
COMMENT ON COLUMN graph.evidence_kind.every_months IS 'Months of each period in which it is due; null where nothing says.';
COMMENT ON COLUMN graph.evidence_kind.target IS 'How much is due in a period: records, or the sum of target_field; null where nothing is.';
COMMENT ON COLUMN graph.evidence_kind.target_field IS 'Field that is summed up for the target; null: records are counted.';
COMMENT ON COLUMN graph.evidence_kind.cadence_clause IS 'Clauses that say when and how much; null where nothing is due.';
COMMENT ON COLUMN graph.evidence_kind.definition IS 'The whole definition as the file has it.';
COMMENT ON COLUMN graph.evidence_kind.grace_days IS 'Days after the end of a period that are still in time.';
COMMENT ON COLUMN graph.evidence_kind.year_field IS 'Field that says for which year a record is made; null: a record counts for the period of its day.';
COMMENT ON COLUMN graph.evidence_kind.suggested_item IS 'Item of the assessment that records suggest points for; null for none.';
COMMENT ON COLUMN graph.evidence_kind.points_each IS 'Points of each record that is met, or of each one of points_field; null for none.';
COMMENT ON COLUMN graph.evidence_kind.points_field IS 'Field that is summed up for the points; null: records are counted.';
COMMENT ON COLUMN graph.evidence_kind.points_most IS 'Points of the kind at most; null: those of the item.';
COMMENT ON COLUMN graph.evidence_kind.points_clause IS 'Clauses that say how many points; null for none.';
