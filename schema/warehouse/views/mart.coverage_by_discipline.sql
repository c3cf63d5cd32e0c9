-- Every row has its dimensions, so these left joins lose nothing; but PostgreSQL leaves out those whose columns nobody asks for.
CREATE OR REPLACE VIEW mart.coverage_by_discipline AS
SELECT m.calendar_date AS month,
       r.code AS rule_set_code,
       r.title AS rule_set_title,
       r.is_default AS is_default_rule_set,
       a.committee_id,
       a.discipline_code,
       a.level,
       a.society_count,
       a.organization_coverage_numerator,
       a.organization_coverage_denominator,
       a.work_coverage_numerator,
       a.work_coverage_denominator,
       r.organization_definition,
       r.organization_source,
       r.work_definition,
       r.work_source,
       l.finished_at AS loaded_at,
       a.strong_coverage_numerator,
       a.effective_coverage_numerator,
       a.denominator_operating,
       a.denominator_with_members,
       a.denominator_should_build,
       a.organization_numerator_all,
       a.organization_numerator_operating,
       a.organization_numerator_with_members,
       a.organization_numerator_should_build,
       a.work_numerator_all,
       a.work_numerator_operating,
       a.work_numerator_with_members,
       a.work_numerator_should_build,
       a.organization_coverage_denominator AS strong_coverage_denominator,
       a.organization_coverage_denominator AS effective_coverage_denominator,
       a.society_count AS denominator_all,
       r.strong_definition,
       r.strong_source,
       r.effective_definition,
       r.effective_source
FROM dw.agg_coverage_monthly a
LEFT JOIN dw.dim_date m ON m.date_key = a.month_key
LEFT JOIN dw.dim_rule_set r ON r.rule_set_key = a.rule_set_key
LEFT JOIN dw.load_run l ON l.id = a.load_run_id;
COMMENT ON VIEW mart.coverage_by_discipline IS
    'How many societies of a committee, a discipline and a level are covered? One row for each of them, month and rule set: mart.coverage added up, and faster. Sum numerators and denominators; never average rates.';
COMMENT ON COLUMN mart.coverage_by_discipline.month IS 'First day of the month; the row tells the state of its last day, or of the day of the load while the month lasts.';
COMMENT ON COLUMN mart.coverage_by_discipline.rule_set_code IS 'Rule set that defines what counts. Keep to one: a society is counted for each.';
COMMENT ON COLUMN mart.coverage_by_discipline.rule_set_title IS 'Its title.';
COMMENT ON COLUMN mart.coverage_by_discipline.is_default_rule_set IS 'True for the rule set to use where no other is wanted.';
COMMENT ON COLUMN mart.coverage_by_discipline.committee_id IS 'Key of the societies'' committee in the graph.';
COMMENT ON COLUMN mart.coverage_by_discipline.discipline_code IS '学科 Discipline; null where it is not known.';
COMMENT ON COLUMN mart.coverage_by_discipline.level IS '层级 Level of the societies.';
COMMENT ON COLUMN mart.coverage_by_discipline.society_count IS 'Number of societies.';
COMMENT ON COLUMN mart.coverage_by_discipline.organization_coverage_numerator IS '组织覆盖率 (I01) Societies covered by an organization.';
COMMENT ON COLUMN mart.coverage_by_discipline.organization_coverage_denominator IS '组织覆盖率 (I01) Societies looked at.';
COMMENT ON COLUMN mart.coverage_by_discipline.work_coverage_numerator IS '工作覆盖率 (I02) Societies covered by work.';
COMMENT ON COLUMN mart.coverage_by_discipline.work_coverage_denominator IS '工作覆盖率 (I02) Societies looked at.';
COMMENT ON COLUMN mart.coverage_by_discipline.organization_definition IS 'Organizational coverage in words, as the rule set had it when this was computed.';
COMMENT ON COLUMN mart.coverage_by_discipline.organization_source IS 'Clauses that say so.';
COMMENT ON COLUMN mart.coverage_by_discipline.work_definition IS 'Work coverage in words, as the rule set had it when this was computed.';
COMMENT ON COLUMN mart.coverage_by_discipline.work_source IS 'Clauses that say so.';
COMMENT ON COLUMN mart.coverage_by_discipline.loaded_at IS 'When the newest load that wrote one of the counted rows ended.';
COMMENT ON COLUMN mart.coverage_by_discipline.strong_coverage_numerator IS '有力覆盖率 Of the organizational rate''s denominator, the societies with an organization and somebody who carries its work.';
COMMENT ON COLUMN mart.coverage_by_discipline.effective_coverage_numerator IS '有效覆盖率 (I08) Of the organizational rate''s denominator, the societies with an organization that does what it must.';
COMMENT ON COLUMN mart.coverage_by_discipline.denominator_operating IS 'Number of societies known to operate.';
COMMENT ON COLUMN mart.coverage_by_discipline.denominator_with_members IS 'Number of societies known to have party members.';
COMMENT ON COLUMN mart.coverage_by_discipline.denominator_should_build IS 'Number of societies with full members enough for an organization of their own.';
COMMENT ON COLUMN mart.coverage_by_discipline.organization_numerator_all IS 'Of all societies, those covered by an organization.';
COMMENT ON COLUMN mart.coverage_by_discipline.organization_numerator_operating IS 'Of societies known to operate, those covered by an organization.';
COMMENT ON COLUMN mart.coverage_by_discipline.organization_numerator_with_members IS 'Of societies known to have party members, those covered by an organization.';
COMMENT ON COLUMN mart.coverage_by_discipline.organization_numerator_should_build IS 'Of societies with full members enough for an organization of their own, those covered by an organization.';
COMMENT ON COLUMN mart.coverage_by_discipline.work_numerator_all IS 'Of all societies, those covered by work.';
COMMENT ON COLUMN mart.coverage_by_discipline.work_numerator_operating IS 'Of societies known to operate, those covered by work.';
COMMENT ON COLUMN mart.coverage_by_discipline.work_numerator_with_members IS 'Of societies known to have party members, those covered by work.';
COMMENT ON COLUMN mart.coverage_by_discipline.work_numerator_should_build IS 'Of societies with full members enough for an organization of their own, those covered by work.';
COMMENT ON COLUMN mart.coverage_by_discipline.strong_coverage_denominator IS 'Societies looked at: those of the organizational rate.';
COMMENT ON COLUMN mart.coverage_by_discipline.effective_coverage_denominator IS 'Societies looked at: those of the organizational rate.';
COMMENT ON COLUMN mart.coverage_by_discipline.denominator_all IS 'Number of societies.';
COMMENT ON COLUMN mart.coverage_by_discipline.strong_definition IS 'Strong coverage in words, as the rule set had it when this was computed.';
COMMENT ON COLUMN mart.coverage_by_discipline.strong_source IS 'Clauses that say so.';
COMMENT ON COLUMN mart.coverage_by_discipline.effective_definition IS 'Effective coverage in words, as the rule set had it when this was computed.';
COMMENT ON COLUMN mart.coverage_by_discipline.effective_source IS 'Clauses that say so.';
GRANT SELECT ON mart.coverage_by_discipline TO bi_reader;
