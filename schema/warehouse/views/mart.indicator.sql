CREATE OR REPLACE VIEW mart.indicator AS
SELECT i.id, i.name, i.name_zh, r.code AS rule_set_code, r.is_default AS is_default_rule_set,
       CASE i.id
           WHEN 'I01' THEN r.organization_definition
           WHEN 'I02' THEN r.work_definition
           WHEN 'I04' THEN format('正式党员达到%s人的科技社团中，有计入的党组织的 ÷ 正式党员达到%s人的科技社团', r.should_build_members, r.should_build_members)
           ELSE r.effective_definition
       END AS definition,
       i.numerator,
       CASE CASE i.id WHEN 'I01' THEN r.denominator WHEN 'I02' THEN r.work_denominator WHEN 'I04' THEN 'SHOULD_BUILD' ELSE r.effective_denominator END
           WHEN 'ALL' THEN 'all societies'
           WHEN 'OPERATING' THEN 'societies known to operate'
           WHEN 'WITH_MEMBERS' THEN 'societies known to have party members'
           WHEN 'SHOULD_BUILD' THEN 'societies known to have enough full members to build a branch'
       END AS denominator,
       CASE i.id WHEN 'I01' THEN r.organization_source WHEN 'I02' THEN r.work_source WHEN 'I04' THEN r.should_build_source ELSE r.effective_source END AS source,
       i.numerator_column, i.denominator_column
FROM (VALUES
    ('I01', 'OrganizationCoverageRate', '组织覆盖率', 'of the denominator, the societies with an organization that counts',
     'mart.coverage.organization_coverage_numerator', 'mart.coverage.organization_coverage_denominator'),
    ('I02', 'WorkCoverageRate', '工作覆盖率', 'of the denominator, the societies with any kind of work that the rule set enables: an organization that counts, an instructor, a leading group or a work group',
     'mart.coverage.work_coverage_numerator', 'mart.coverage.work_coverage_denominator'),
    ('I04', 'ShouldBuildRate', '应建尽建率', 'of the denominator, the societies with an organization that counts',
     'mart.coverage.organization_numerator_should_build', 'mart.coverage.denominator_should_build'),
    ('I08', 'EffectiveCoverageRate', '有效覆盖率', 'of the denominator, the societies with an organization that counts and does what it must',
     'mart.coverage.effective_coverage_numerator', 'mart.coverage.effective_coverage_denominator')
) AS i (id, name, name_zh, numerator, numerator_column, denominator_column)
CROSS JOIN dw.dim_rule_set r
WHERE r.is_current;
COMMENT ON VIEW mart.indicator IS 'What does an indicator mean? One row per indicator and rule set in use.';
COMMENT ON COLUMN mart.indicator.id IS 'Number of the indicator.';
COMMENT ON COLUMN mart.indicator.name IS 'Its name.';
COMMENT ON COLUMN mart.indicator.name_zh IS 'Its Chinese name.';
COMMENT ON COLUMN mart.indicator.rule_set_code IS 'Rule set whose definition this is.';
COMMENT ON COLUMN mart.indicator.is_default_rule_set IS 'True for the rule set to use where no other is wanted.';
COMMENT ON COLUMN mart.indicator.definition IS 'The indicator in the rule set''s words.';
COMMENT ON COLUMN mart.indicator.numerator IS 'What is counted.';
COMMENT ON COLUMN mart.indicator.denominator IS 'What it is compared with.';
COMMENT ON COLUMN mart.indicator.source IS 'Clauses that say so.';
COMMENT ON COLUMN mart.indicator.numerator_column IS 'Column whose sum is the numerator.';
COMMENT ON COLUMN mart.indicator.denominator_column IS 'Column whose sum is the denominator.';
GRANT SELECT ON mart.indicator TO bi_reader;
