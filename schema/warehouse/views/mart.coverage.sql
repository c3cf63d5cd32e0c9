-- Every row has its dimensions, so these left joins lose nothing; but PostgreSQL leaves out those whose columns nobody asks for.
CREATE OR REPLACE VIEW mart.coverage AS
SELECT m.calendar_date AS month,
       r.code AS rule_set_code,
       r.title AS rule_set_title,
       r.is_default AS is_default_rule_set,
       f.society_id,
       s.name AS society_name,
       f.committee_id,
       c.name AS committee_name,
       c.region_code,
       c.region_name,
       f.category,
       s.kind AS society_kind,
       s.discipline_code,
       s.discipline_name,
       s.level,
       1 AS society_count,
       f.organization_coverage_numerator,
       f.organization_coverage_denominator,
       f.work_coverage_numerator,
       f.work_coverage_denominator,
       f.denominator_all,
       f.denominator_operating,
       f.denominator_with_members,
       f.denominator_should_build,
       r.organization_definition,
       r.organization_source,
       r.work_definition,
       r.work_source,
       l.finished_at AS loaded_at,
       f.strong_coverage_numerator,
       f.effective_coverage_numerator,
       f.has_counted_organization AS organization_numerator_all,
       f.has_counted_organization * f.denominator_operating AS organization_numerator_operating,
       f.has_counted_organization * f.denominator_with_members AS organization_numerator_with_members,
       f.has_counted_organization * f.denominator_should_build AS organization_numerator_should_build,
       f.work_covered AS work_numerator_all,
       f.work_covered * f.denominator_operating AS work_numerator_operating,
       f.work_covered * f.denominator_with_members AS work_numerator_with_members,
       f.work_covered * f.denominator_should_build AS work_numerator_should_build,
       f.organization_coverage_denominator AS strong_coverage_denominator,
       f.organization_coverage_denominator AS effective_coverage_denominator,
       r.strong_definition,
       r.strong_source,
       r.effective_definition,
       r.effective_source
FROM dw.fct_coverage_monthly f
LEFT JOIN dw.dim_date m ON m.date_key = f.month_key
LEFT JOIN dw.dim_rule_set r ON r.rule_set_key = f.rule_set_key
LEFT JOIN dw.dim_society s ON s.society_key = f.society_key
LEFT JOIN dw.dim_committee c ON c.committee_key = f.committee_key
LEFT JOIN dw.load_run l ON l.id = f.load_run_id;
COMMENT ON VIEW mart.coverage IS 'Is this society covered? One row per month, rule set and society. Sum numerators and denominators; never average rates.';
COMMENT ON COLUMN mart.coverage.month IS 'First day of the month; the row tells the state of its last day, or of the day of the load while the month lasts.';
COMMENT ON COLUMN mart.coverage.rule_set_code IS 'Rule set that defines what counts. Keep to one: a society has a row for each.';
COMMENT ON COLUMN mart.coverage.rule_set_title IS 'Its title.';
COMMENT ON COLUMN mart.coverage.is_default_rule_set IS 'True for the rule set to use where no other is wanted.';
COMMENT ON COLUMN mart.coverage.society_id IS 'Key of the society in the graph.';
COMMENT ON COLUMN mart.coverage.society_name IS '科技社团 Name of the society.';
COMMENT ON COLUMN mart.coverage.committee_id IS 'Key of its committee in the graph.';
COMMENT ON COLUMN mart.coverage.committee_name IS '科技社团党委 Name of the committee.';
COMMENT ON COLUMN mart.coverage.region_code IS 'Region of the committee (GB/T 2260).';
COMMENT ON COLUMN mart.coverage.region_name IS 'Name of the region.';
COMMENT ON COLUMN mart.coverage.category IS '分类 Category of the society''s branch; null where it has none.';
COMMENT ON COLUMN mart.coverage.society_kind IS '类型 Kind of the society; null where it is not known.';
COMMENT ON COLUMN mart.coverage.discipline_code IS '学科 Discipline; null where it is not known.';
COMMENT ON COLUMN mart.coverage.discipline_name IS 'Name of the discipline; null where it is not known.';
COMMENT ON COLUMN mart.coverage.level IS '层级 Level of the society.';
COMMENT ON COLUMN mart.coverage.society_count IS 'Always 1: its sum is the number of societies.';
COMMENT ON COLUMN mart.coverage.organization_coverage_numerator IS '组织覆盖率 (I01) 1 if covered by an organization.';
COMMENT ON COLUMN mart.coverage.organization_coverage_denominator IS '组织覆盖率 (I01) 1 if looked at.';
COMMENT ON COLUMN mart.coverage.work_coverage_numerator IS '工作覆盖率 (I02) 1 if covered by work.';
COMMENT ON COLUMN mart.coverage.work_coverage_denominator IS '工作覆盖率 (I02) 1 if looked at.';
COMMENT ON COLUMN mart.coverage.denominator_all IS 'All societies: always 1.';
COMMENT ON COLUMN mart.coverage.denominator_operating IS '1 if the society is known to operate.';
COMMENT ON COLUMN mart.coverage.denominator_with_members IS '1 if the society is known to have party members; 0 while no member data is kept.';
COMMENT ON COLUMN mart.coverage.denominator_should_build IS '应建尽建 1 if the society is known to have enough full members to build a branch; 0 while no member data is kept.';
COMMENT ON COLUMN mart.coverage.organization_definition IS 'Organizational coverage in words, as the rule set had it when this was computed.';
COMMENT ON COLUMN mart.coverage.organization_source IS 'Clauses that say so.';
COMMENT ON COLUMN mart.coverage.work_definition IS 'Work coverage in words, as the rule set had it when this was computed.';
COMMENT ON COLUMN mart.coverage.work_source IS 'Clauses that say so.';
COMMENT ON COLUMN mart.coverage.loaded_at IS 'When the load that wrote this row ended; a later load that found nothing to change leaves it.';
COMMENT ON COLUMN mart.coverage.strong_coverage_numerator IS '有力覆盖率 Of the organizational rate''s denominator, the societies with an organization and somebody who carries its work.';
COMMENT ON COLUMN mart.coverage.effective_coverage_numerator IS '有效覆盖率 (I08) Of the organizational rate''s denominator, the societies with an organization that does what it must.';
COMMENT ON COLUMN mart.coverage.organization_numerator_all IS 'Of all societies, those covered by an organization.';
COMMENT ON COLUMN mart.coverage.organization_numerator_operating IS 'Of societies known to operate, those covered by an organization.';
COMMENT ON COLUMN mart.coverage.organization_numerator_with_members IS 'Of societies known to have party members, those covered by an organization.';
COMMENT ON COLUMN mart.coverage.organization_numerator_should_build IS 'Of societies with full members enough for an organization of their own, those covered by an organization.';
COMMENT ON COLUMN mart.coverage.work_numerator_all IS 'Of all societies, those covered by work.';
COMMENT ON COLUMN mart.coverage.work_numerator_operating IS 'Of societies known to operate, those covered by work.';
COMMENT ON COLUMN mart.coverage.work_numerator_with_members IS 'Of societies known to have party members, those covered by work.';
COMMENT ON COLUMN mart.coverage.work_numerator_should_build IS 'Of societies with full members enough for an organization of their own, those covered by work.';
COMMENT ON COLUMN mart.coverage.strong_coverage_denominator IS 'Societies looked at: those of the organizational rate.';
COMMENT ON COLUMN mart.coverage.effective_coverage_denominator IS 'Societies looked at: those of the organizational rate.';
COMMENT ON COLUMN mart.coverage.strong_definition IS 'Strong coverage in words, as the rule set had it when this was computed.';
COMMENT ON COLUMN mart.coverage.strong_source IS 'Clauses that say so.';
COMMENT ON COLUMN mart.coverage.effective_definition IS 'Effective coverage in words, as the rule set had it when this was computed.';
COMMENT ON COLUMN mart.coverage.effective_source IS 'Clauses that say so.';
GRANT SELECT ON mart.coverage TO bi_reader;
