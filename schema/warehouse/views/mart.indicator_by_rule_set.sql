CREATE OR REPLACE VIEW mart.indicator_by_rule_set AS
SELECT i.id,
       i.content ->> 'name' AS name,
       i.content #>> '{title,zh}' AS name_zh,
       i.content #>> '{title,en}' AS name_en,
       r.code AS rule_set_code,
       coalesce(r.is_default, true) AS is_default_rule_set,
       coalesce(CASE i.content ->> 'ruleSetWords'
           WHEN 'organization' THEN r.organization_definition
           WHEN 'work' THEN r.work_definition
           WHEN 'effective' THEN r.effective_definition
           WHEN 'shouldBuild' THEN format('正式党员达到%s人的科技社团中，有计入的党组织的 ÷ 正式党员达到%s人的科技社团', r.should_build_members, r.should_build_members)
       END, i.content #>> '{definition,zh}') AS definition,
       i.content #>> '{definition,en}' AS definition_en,
       i.content #>> '{numerator,label,zh}' AS numerator_zh,
       i.content #>> '{numerator,label,en}' AS numerator,
       coalesce(CASE chosen.denominator
           WHEN 'ALL' THEN '全部社团' WHEN 'OPERATING' THEN '正常运行的社团' WHEN 'WITH_MEMBERS' THEN '有党员的社团' WHEN 'SHOULD_BUILD' THEN '应建的社团'
       END, i.content #>> '{denominator,label,zh}') AS denominator_zh,
       coalesce(CASE chosen.denominator
           WHEN 'ALL' THEN 'all societies'
           WHEN 'OPERATING' THEN 'societies known to operate'
           WHEN 'WITH_MEMBERS' THEN 'societies known to have party members'
           WHEN 'SHOULD_BUILD' THEN 'societies known to have enough full members to build a branch'
       END, i.content #>> '{denominator,label,en}') AS denominator,
       coalesce(CASE i.content ->> 'ruleSetWords'
           WHEN 'organization' THEN r.organization_source
           WHEN 'work' THEN r.work_source
           WHEN 'effective' THEN r.effective_source
           WHEN 'shouldBuild' THEN r.should_build_source
       END, i.content ->> 'source') AS source,
       i.content ->> 'unit' AS unit,
       i.content ->> 'time' AS time_rule,
       w.name AS fact,
       w.grain,
       w.kind AS fact_kind,
       -- What a part has to say about its period's beginning or end does not add over time, whatever its fact.
       CASE WHEN w.additivity = 'OVER_ALL' AND (i.content #>> '{denominator,time}' = 'OPENING' OR jsonb_path_exists(i.content, '$.*.where.*.notAfter'))
            THEN 'NOT_OVER_TIME' ELSE w.additivity END AS additivity,
       dw.indicator_dimensions(i.content) AS dimensions,
       i.position
FROM dw.indicator AS i
LEFT JOIN dw.fact AS w ON w.name = i.content ->> 'fact'
LEFT JOIN dw.dim_rule_set AS r ON r.is_current AND i.content ->> 'ruleSet' = 'CHOSEN'
LEFT JOIN LATERAL (
    SELECT CASE i.content ->> 'ruleSetDenominator'
        WHEN 'organization' THEN r.denominator WHEN 'work' THEN r.work_denominator WHEN 'effective' THEN r.effective_denominator
        WHEN 'shouldBuild' THEN 'SHOULD_BUILD' END AS denominator
) AS chosen ON true;
COMMENT ON VIEW mart.indicator_by_rule_set IS '指标 What does an indicator mean under each rule set? One row per indicator, and per rule set in use where it is asked under one.';
COMMENT ON COLUMN mart.indicator_by_rule_set.id IS 'Identity of the indicator: I01 to I26 of the documents, others beside them.';
COMMENT ON COLUMN mart.indicator_by_rule_set.name IS 'Its name.';
COMMENT ON COLUMN mart.indicator_by_rule_set.name_zh IS 'Its Chinese name.';
COMMENT ON COLUMN mart.indicator_by_rule_set.name_en IS 'Its name in English words.';
COMMENT ON COLUMN mart.indicator_by_rule_set.rule_set_code IS 'Rule set whose definition this is; null where the rule of each committee and day counts.';
COMMENT ON COLUMN mart.indicator_by_rule_set.is_default_rule_set IS 'True for the row to use where no other rule set is wanted.';
COMMENT ON COLUMN mart.indicator_by_rule_set.definition IS 'The indicator in words; those of the rule set where it has some.';
COMMENT ON COLUMN mart.indicator_by_rule_set.definition_en IS 'The indicator in English words.';
COMMENT ON COLUMN mart.indicator_by_rule_set.numerator_zh IS '分子 What is counted.';
COMMENT ON COLUMN mart.indicator_by_rule_set.numerator IS 'What is counted, in English.';
COMMENT ON COLUMN mart.indicator_by_rule_set.denominator_zh IS '分母 What it is compared with.';
COMMENT ON COLUMN mart.indicator_by_rule_set.denominator IS 'What it is compared with, in English.';
COMMENT ON COLUMN mart.indicator_by_rule_set.source IS 'Clauses that say so; null where no document does. Their words: mart.indicator_clause.';
COMMENT ON COLUMN mart.indicator_by_rule_set.unit IS 'RATIO, from 0 to 1, or POINTS.';
COMMENT ON COLUMN mart.indicator_by_rule_set.time_rule IS 'Which months of a period count: LAST, SUM (all), YEAR or HALF_YEAR (the last of each).';
COMMENT ON COLUMN mart.indicator_by_rule_set.fact IS 'Fact that it is summed over.';
COMMENT ON COLUMN mart.indicator_by_rule_set.grain IS '粒度 What a row of the fact is about.';
COMMENT ON COLUMN mart.indicator_by_rule_set.fact_kind IS 'PERIODIC_SNAPSHOT, ACCUMULATING_SNAPSHOT or TRANSACTION.';
COMMENT ON COLUMN mart.indicator_by_rule_set.additivity IS 'What numerator and denominator add over: OVER_ALL, NOT_OVER_TIME or NOT_OVER_TIME_OR_RULE_SETS. The value never adds.';
COMMENT ON COLUMN mart.indicator_by_rule_set.dimensions IS 'What it can be grouped and filtered by, beside MONTH, QUARTER, HALF_YEAR and YEAR.';
COMMENT ON COLUMN mart.indicator_by_rule_set.position IS 'Place in order.';
GRANT SELECT ON mart.indicator_by_rule_set TO bi_reader;
