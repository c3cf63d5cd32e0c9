CREATE OR REPLACE VIEW mart.coverage_history AS
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
       f.organised * f.in_denominator AS organization_coverage_numerator,
       f.in_denominator AS organization_coverage_denominator,
       f.work * f.in_work_denominator AS work_coverage_numerator,
       f.in_work_denominator AS work_coverage_denominator,
       1 AS denominator_all,
       f.operating AS denominator_operating,
       f.with_members AS denominator_with_members,
       f.should_build AS denominator_should_build,
       r.organization_definition,
       r.organization_source,
       r.work_definition,
       r.work_source,
       l.finished_at AS loaded_at,
       f.strong * f.in_denominator AS strong_coverage_numerator,
       f.effective * f.in_effective_denominator AS effective_coverage_numerator,
       f.organised AS organization_numerator_all,
       f.organised * f.operating AS organization_numerator_operating,
       f.organised * f.with_members AS organization_numerator_with_members,
       f.organised * f.should_build AS organization_numerator_should_build,
       f.work AS work_numerator_all,
       f.work * f.operating AS work_numerator_operating,
       f.work * f.with_members AS work_numerator_with_members,
       f.work * f.should_build AS work_numerator_should_build,
       f.in_denominator AS strong_coverage_denominator,
       f.in_effective_denominator AS effective_coverage_denominator,
       r.strong_definition,
       r.strong_source,
       r.effective_definition,
       r.effective_source,
       c.province_code,
       s.operating_state,
       f.standalone,
       f.standalone * f.operating AS standalone_operating,
       f.instructor,
       f.leading_group,
       f.group_met,
       f.ledger_recorded,
       f.ledger_complete,
       f.charter_recorded,
       f.charter_clause,
       f.load_run_id AS load_id,
       f.uncovered_reason,
       f.uncovered_since
FROM dw.fct_coverage_monthly AS f
LEFT JOIN dw.dim_date AS m ON m.date_key = f.month_key
LEFT JOIN dw.dim_rule_set AS r ON r.rule_set_key = f.rule_set_key
LEFT JOIN dw.dim_society AS s ON s.society_key = f.society_key
LEFT JOIN dw.dim_committee AS c ON c.committee_key = f.committee_key
LEFT JOIN dw.load_run AS l ON l.id = f.load_run_id
WHERE f.generation = (SELECT p.generation FROM dw.published AS p);
COMMENT ON VIEW mart.coverage_history IS 'Was this society covered? One row per month, rule set and society. Do not add over months or rule sets: a society has a row in each of them. Add numerators and denominators of one month and one rule set; never average rates.';
COMMENT ON COLUMN mart.coverage_history.month IS 'First day of the month; the row tells the state of its last day, or of the day of the load while the month lasts.';
COMMENT ON COLUMN mart.coverage_history.rule_set_code IS 'Rule set that defines what counts.';
COMMENT ON COLUMN mart.coverage_history.rule_set_title IS 'Its title.';
COMMENT ON COLUMN mart.coverage_history.is_default_rule_set IS 'True for the rule set to use where no other is wanted.';
COMMENT ON COLUMN mart.coverage_history.society_id IS 'Key of the society in the graph.';
COMMENT ON COLUMN mart.coverage_history.society_name IS '科技社团 Name of the society.';
COMMENT ON COLUMN mart.coverage_history.committee_id IS 'Key of the committee in the graph.';
COMMENT ON COLUMN mart.coverage_history.committee_name IS '科技社团党委 Name of the committee.';
COMMENT ON COLUMN mart.coverage_history.region_code IS 'Region of the committee (GB/T 2260).';
COMMENT ON COLUMN mart.coverage_history.region_name IS 'Name of the region.';
COMMENT ON COLUMN mart.coverage_history.category IS '分类 Best category of the society''s branches; null where it has none.';
COMMENT ON COLUMN mart.coverage_history.society_kind IS '类型 Kind of the society; null where it is not known.';
COMMENT ON COLUMN mart.coverage_history.discipline_code IS '学科 Discipline; null where it is not known.';
COMMENT ON COLUMN mart.coverage_history.discipline_name IS 'Name of the discipline; null where it is not known.';
COMMENT ON COLUMN mart.coverage_history.level IS '层级 Administrative level of the society.';
COMMENT ON COLUMN mart.coverage_history.society_count IS 'Always 1: its sum is the number of societies.';
COMMENT ON COLUMN mart.coverage_history.organization_coverage_numerator IS '组织覆盖率 (I01) 1 if covered by an organization and looked at.';
COMMENT ON COLUMN mart.coverage_history.organization_coverage_denominator IS '组织覆盖率 (I01) 1 if looked at.';
COMMENT ON COLUMN mart.coverage_history.work_coverage_numerator IS '工作覆盖率 (I02) 1 if covered by work and looked at.';
COMMENT ON COLUMN mart.coverage_history.work_coverage_denominator IS '工作覆盖率 (I02) 1 if looked at: all societies, unless the rule set says otherwise.';
COMMENT ON COLUMN mart.coverage_history.denominator_all IS 'All societies: always 1.';
COMMENT ON COLUMN mart.coverage_history.denominator_operating IS '1 if the society is known to operate.';
COMMENT ON COLUMN mart.coverage_history.denominator_with_members IS '1 if the society is known to have party members.';
COMMENT ON COLUMN mart.coverage_history.denominator_should_build IS '应建尽建 (I04) 1 if the society is known to have full members enough for an organization of its own.';
COMMENT ON COLUMN mart.coverage_history.organization_definition IS 'Organizational coverage in words, as the rule set had it when this was computed.';
COMMENT ON COLUMN mart.coverage_history.organization_source IS 'Clauses that say so.';
COMMENT ON COLUMN mart.coverage_history.work_definition IS 'Work coverage in words, as the rule set had it when this was computed.';
COMMENT ON COLUMN mart.coverage_history.work_source IS 'Clauses that say so.';
COMMENT ON COLUMN mart.coverage_history.loaded_at IS 'When the load that wrote this row ended; a later load that found nothing to change leaves it.';
COMMENT ON COLUMN mart.coverage_history.strong_coverage_numerator IS '有力覆盖率 Of the organizational rate''s denominator, 1 with an organization and somebody who carries its work.';
COMMENT ON COLUMN mart.coverage_history.effective_coverage_numerator IS '有效覆盖率 (I08) 1 with an organization that does what it must, and looked at.';
COMMENT ON COLUMN mart.coverage_history.organization_numerator_all IS 'Of all societies, 1 if covered by an organization.';
COMMENT ON COLUMN mart.coverage_history.organization_numerator_operating IS 'Of societies known to operate, 1 if covered by an organization.';
COMMENT ON COLUMN mart.coverage_history.organization_numerator_with_members IS 'Of societies known to have party members, 1 if covered by an organization.';
COMMENT ON COLUMN mart.coverage_history.organization_numerator_should_build IS '应建尽建率 (I04) Of societies with full members enough for an organization of their own, 1 if covered by one.';
COMMENT ON COLUMN mart.coverage_history.work_numerator_all IS 'Of all societies, 1 if covered by work.';
COMMENT ON COLUMN mart.coverage_history.work_numerator_operating IS 'Of societies known to operate, 1 if covered by work.';
COMMENT ON COLUMN mart.coverage_history.work_numerator_with_members IS 'Of societies known to have party members, 1 if covered by work.';
COMMENT ON COLUMN mart.coverage_history.work_numerator_should_build IS 'Of societies with full members enough for an organization of their own, 1 if covered by work.';
COMMENT ON COLUMN mart.coverage_history.strong_coverage_denominator IS '1 if looked at: that of the organizational rate.';
COMMENT ON COLUMN mart.coverage_history.effective_coverage_denominator IS '有效覆盖率 (I08) 1 if looked at: all societies, unless the rule set says otherwise.';
COMMENT ON COLUMN mart.coverage_history.strong_definition IS 'Strong coverage in words, as the rule set had it when this was computed.';
COMMENT ON COLUMN mart.coverage_history.strong_source IS 'Clauses that say so.';
COMMENT ON COLUMN mart.coverage_history.effective_definition IS 'Effective coverage in words, as the rule set had it when this was computed.';
COMMENT ON COLUMN mart.coverage_history.effective_source IS 'Clauses that say so.';
COMMENT ON COLUMN mart.coverage_history.province_code IS 'Province of the committee; null for the country''s.';
COMMENT ON COLUMN mart.coverage_history.operating_state IS '运行状态 Operating state; null where it is not known.';
COMMENT ON COLUMN mart.coverage_history.standalone IS '1 with an organization that is no joint branch.';
COMMENT ON COLUMN mart.coverage_history.standalone_operating IS '单独组建率 (I03) Of societies known to operate, 1 with an organization that is no joint branch.';
COMMENT ON COLUMN mart.coverage_history.instructor IS '党建指导员 1 with an instructor.';
COMMENT ON COLUMN mart.coverage_history.leading_group IS '领导小组 (I11) 1 with an approved leading group.';
COMMENT ON COLUMN mart.coverage_history.group_met IS '小组会议 (I12) 1 where the group met in this half-year up to the day.';
COMMENT ON COLUMN mart.coverage_history.ledger_recorded IS '台账 1 where anything is entered in its ledger.';
COMMENT ON COLUMN mart.coverage_history.ledger_complete IS '台账完整率 (I17) 1 where as many aspects are clear as the rule set wants.';
COMMENT ON COLUMN mart.coverage_history.charter_recorded IS '党建入章 1 where it is recorded whether the charter has the clause.';
COMMENT ON COLUMN mart.coverage_history.charter_clause IS '党建入章率 (I09) 1 where it is recorded that the charter has the clause.';
COMMENT ON COLUMN mart.coverage_history.load_id IS 'The load that wrote this row.';
COMMENT ON COLUMN mart.coverage_history.uncovered_reason IS '未建党组织原因 Why it has no organization; null where it has one, or nothing tells.';
COMMENT ON COLUMN mart.coverage_history.uncovered_since IS 'First day of that reason; null where it is not stated.';
GRANT SELECT ON mart.coverage_history TO bi_reader;
