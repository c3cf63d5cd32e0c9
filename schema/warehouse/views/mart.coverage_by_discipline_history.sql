CREATE OR REPLACE VIEW mart.coverage_by_discipline_history AS
SELECT m.calendar_date AS month,
       r.code AS rule_set_code,
       r.title AS rule_set_title,
       r.is_default AS is_default_rule_set,
       a.committee_id,
       nullif(a.discipline_code, '') AS discipline_code,
       a.level,
       a.society_count,
       a.organised_in_denominator AS organization_coverage_numerator,
       a.in_denominator AS organization_coverage_denominator,
       a.work_in_work_denominator AS work_coverage_numerator,
       a.in_work_denominator AS work_coverage_denominator,
       r.organization_definition,
       r.organization_source,
       r.work_definition,
       r.work_source,
       l.finished_at AS loaded_at,
       a.strong_in_denominator AS strong_coverage_numerator,
       a.effective_in_effective_denominator AS effective_coverage_numerator,
       a.operating AS denominator_operating,
       a.with_members AS denominator_with_members,
       a.should_build AS denominator_should_build,
       a.organised AS organization_numerator_all,
       a.organised_operating AS organization_numerator_operating,
       a.organised_with_members AS organization_numerator_with_members,
       a.organised_should_build AS organization_numerator_should_build,
       a.work AS work_numerator_all,
       a.work_operating AS work_numerator_operating,
       a.work_with_members AS work_numerator_with_members,
       a.work_should_build AS work_numerator_should_build,
       a.in_denominator AS strong_coverage_denominator,
       a.in_effective_denominator AS effective_coverage_denominator,
       a.society_count AS denominator_all,
       r.strong_definition,
       r.strong_source,
       r.effective_definition,
       r.effective_source
FROM dw.agg_coverage_committee AS a
LEFT JOIN dw.dim_date AS m ON m.date_key = a.month_key
LEFT JOIN dw.dim_rule_set AS r ON r.rule_set_id = a.rule_set_id AND r.is_current
LEFT JOIN dw.load_run AS l ON l.id = a.load_run_id
WHERE a.generation = (SELECT p.generation FROM dw.published AS p);
COMMENT ON VIEW mart.coverage_by_discipline_history IS 'How far were the societies of each committee, discipline and level covered? One row per month, rule set, committee, discipline and level. Do not add over months or rule sets.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.month IS 'First day of the month; the row tells the state of its last day, or of the day of the load while the month lasts.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.rule_set_code IS 'Rule set that defines what counts.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.rule_set_title IS 'Its title.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.is_default_rule_set IS 'True for the rule set to use where no other is wanted.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.discipline_code IS '学科 Discipline; null where it is not known.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.level IS '层级 Administrative level of the society.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.society_count IS 'Number of societies.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.organization_coverage_numerator IS '组织覆盖率 (I01) Societies: if covered by an organization and looked at.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.organization_coverage_denominator IS '组织覆盖率 (I01) Societies: if looked at.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.work_coverage_numerator IS '工作覆盖率 (I02) Societies: if covered by work and looked at.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.work_coverage_denominator IS '工作覆盖率 (I02) Societies: if looked at: all societies, unless the rule set says otherwise.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.organization_definition IS 'Organizational coverage in words, as the rule set had it when this was computed.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.organization_source IS 'Clauses that say so.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.work_definition IS 'Work coverage in words, as the rule set had it when this was computed.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.work_source IS 'Clauses that say so.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.loaded_at IS 'When the newest of these numbers was loaded.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.strong_coverage_numerator IS '有力覆盖率 Of the organizational rate''s denominator, Societies: with an organization and somebody who carries its work.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.effective_coverage_numerator IS '有效覆盖率 (I08) Societies: with an organization that does what it must, and looked at.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.denominator_operating IS 'Societies: if the society is known to operate.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.denominator_with_members IS 'Societies: if the society is known to have party members.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.denominator_should_build IS '应建尽建 (I04) Societies: if the society is known to have full members enough for an organization of its own.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.organization_numerator_all IS 'Of all societies, Societies: if covered by an organization.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.organization_numerator_operating IS 'Of societies known to operate, Societies: if covered by an organization.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.organization_numerator_with_members IS 'Of societies known to have party members, Societies: if covered by an organization.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.organization_numerator_should_build IS '应建尽建率 (I04) Of societies with full members enough for an organization of their own, Societies: if covered by one.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.work_numerator_all IS 'Of all societies, Societies: if covered by work.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.work_numerator_operating IS 'Of societies known to operate, Societies: if covered by work.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.work_numerator_with_members IS 'Of societies known to have party members, Societies: if covered by work.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.work_numerator_should_build IS 'Of societies with full members enough for an organization of their own, Societies: if covered by work.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.strong_coverage_denominator IS 'Societies: if looked at: that of the organizational rate.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.effective_coverage_denominator IS '有效覆盖率 (I08) Societies: if looked at: all societies, unless the rule set says otherwise.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.denominator_all IS 'All societies: always 1.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.strong_definition IS 'Strong coverage in words, as the rule set had it when this was computed.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.strong_source IS 'Clauses that say so.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.effective_definition IS 'Effective coverage in words, as the rule set had it when this was computed.';
COMMENT ON COLUMN mart.coverage_by_discipline_history.effective_source IS 'Clauses that say so.';
GRANT SELECT ON mart.coverage_by_discipline_history TO bi_reader;
