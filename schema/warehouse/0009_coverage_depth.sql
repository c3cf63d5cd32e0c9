-- Strong and effective coverage, numerators under all four denominators, and what rule sets say of them.

ALTER TABLE dw.dim_rule_set
    ADD COLUMN organization_by_leading_group boolean NOT NULL DEFAULT false,
    ADD COLUMN work_by_work_group boolean NOT NULL DEFAULT false,
    ADD COLUMN work_by_leading_group boolean NOT NULL DEFAULT false,
    ADD COLUMN should_build_members int NOT NULL DEFAULT 3,
    ADD COLUMN strong_kinds text[] NOT NULL DEFAULT '{}',
    ADD COLUMN strong_definition text NOT NULL DEFAULT '',
    ADD COLUMN strong_source text NOT NULL DEFAULT '',
    ADD COLUMN effective_by_activity boolean NOT NULL DEFAULT false,
    ADD COLUMN effective_unless_failed boolean NOT NULL DEFAULT false,
    ADD COLUMN effective_definition text NOT NULL DEFAULT '',
    ADD COLUMN effective_source text NOT NULL DEFAULT '';
COMMENT ON COLUMN dw.dim_rule_set.organization_by_leading_group IS 'True if an approved leading group counts as an organization.';
COMMENT ON COLUMN dw.dim_rule_set.work_by_work_group IS 'True if a work group gives work coverage.';
COMMENT ON COLUMN dw.dim_rule_set.work_by_leading_group IS 'True if an approved leading group gives work coverage.';
COMMENT ON COLUMN dw.dim_rule_set.should_build_members IS '应建 Full members from which on a society should have an organization.';
COMMENT ON COLUMN dw.dim_rule_set.strong_kinds IS '有力覆盖 Who carries an organization''s work; one of them is enough.';
COMMENT ON COLUMN dw.dim_rule_set.strong_definition IS 'Strong coverage in words.';
COMMENT ON COLUMN dw.dim_rule_set.strong_source IS 'Clauses that say so.';
COMMENT ON COLUMN dw.dim_rule_set.effective_by_activity IS '有效覆盖 True if the minimum of activities is asked for.';
COMMENT ON COLUMN dw.dim_rule_set.effective_unless_failed IS '有效覆盖 True if a failed assessment ends it.';
COMMENT ON COLUMN dw.dim_rule_set.effective_definition IS 'Effective coverage in words.';
COMMENT ON COLUMN dw.dim_rule_set.effective_source IS 'Clauses that say so.';

ALTER TABLE dw.fct_coverage_monthly
    ADD COLUMN strong_covered int NOT NULL DEFAULT 0 CHECK (strong_covered IN (0, 1)),
    ADD COLUMN effective_covered int NOT NULL DEFAULT 0 CHECK (effective_covered IN (0, 1)),
    ADD COLUMN strong_coverage_numerator int NOT NULL DEFAULT 0,
    ADD COLUMN effective_coverage_numerator int NOT NULL DEFAULT 0,
    ADD CHECK (strong_covered <= has_counted_organization),
    ADD CHECK (effective_covered <= has_counted_organization),
    ADD CHECK (strong_coverage_numerator = strong_covered * organization_coverage_denominator),
    ADD CHECK (effective_coverage_numerator = effective_covered * organization_coverage_denominator);
ALTER TABLE staging.coverage ADD COLUMN strong_covered int NOT NULL DEFAULT 0, ADD COLUMN effective_covered int NOT NULL DEFAULT 0;
COMMENT ON COLUMN dw.fct_coverage_monthly.strong_covered IS '有力覆盖 1 if the society has an organization and somebody who carries its work.';
COMMENT ON COLUMN dw.fct_coverage_monthly.effective_covered IS '有效覆盖 1 if the society has an organization that does what it must.';
COMMENT ON COLUMN dw.fct_coverage_monthly.strong_coverage_numerator IS 'strong_covered, inside the organizational rate''s denominator.';
COMMENT ON COLUMN dw.fct_coverage_monthly.effective_coverage_numerator IS 'effective_covered (I08), inside the organizational rate''s denominator.';
COMMENT ON COLUMN staging.coverage.strong_covered IS 'As in dw.fct_coverage_monthly.';
COMMENT ON COLUMN staging.coverage.effective_covered IS 'As in dw.fct_coverage_monthly.';
ALTER TABLE dw.agg_coverage_monthly
    ADD COLUMN strong_coverage_numerator int NOT NULL DEFAULT 0,
    ADD COLUMN effective_coverage_numerator int NOT NULL DEFAULT 0,
    ADD COLUMN denominator_operating int NOT NULL DEFAULT 0,
    ADD COLUMN denominator_with_members int NOT NULL DEFAULT 0,
    ADD COLUMN denominator_should_build int NOT NULL DEFAULT 0,
    ADD COLUMN organization_numerator_all int NOT NULL DEFAULT 0,
    ADD COLUMN organization_numerator_operating int NOT NULL DEFAULT 0,
    ADD COLUMN organization_numerator_with_members int NOT NULL DEFAULT 0,
    ADD COLUMN organization_numerator_should_build int NOT NULL DEFAULT 0,
    ADD COLUMN work_numerator_all int NOT NULL DEFAULT 0,
    ADD COLUMN work_numerator_operating int NOT NULL DEFAULT 0,
    ADD COLUMN work_numerator_with_members int NOT NULL DEFAULT 0,
    ADD COLUMN work_numerator_should_build int NOT NULL DEFAULT 0;
ALTER TABLE staging.agg_coverage_monthly
    ADD COLUMN strong_coverage_numerator int NOT NULL DEFAULT 0,
    ADD COLUMN effective_coverage_numerator int NOT NULL DEFAULT 0,
    ADD COLUMN denominator_operating int NOT NULL DEFAULT 0,
    ADD COLUMN denominator_with_members int NOT NULL DEFAULT 0,
    ADD COLUMN denominator_should_build int NOT NULL DEFAULT 0,
    ADD COLUMN organization_numerator_all int NOT NULL DEFAULT 0,
    ADD COLUMN organization_numerator_operating int NOT NULL DEFAULT 0,
    ADD COLUMN organization_numerator_with_members int NOT NULL DEFAULT 0,
    ADD COLUMN organization_numerator_should_build int NOT NULL DEFAULT 0,
    ADD COLUMN work_numerator_all int NOT NULL DEFAULT 0,
    ADD COLUMN work_numerator_operating int NOT NULL DEFAULT 0,
    ADD COLUMN work_numerator_with_members int NOT NULL DEFAULT 0,
    ADD COLUMN work_numerator_should_build int NOT NULL DEFAULT 0;
COMMENT ON COLUMN dw.agg_coverage_monthly.strong_coverage_numerator IS '有力覆盖率 Of the organizational rate''s denominator, the societies with an organization and somebody who carries its work.';
COMMENT ON COLUMN dw.agg_coverage_monthly.effective_coverage_numerator IS '有效覆盖率 (I08) Of the organizational rate''s denominator, the societies with an organization that does what it must.';
COMMENT ON COLUMN dw.agg_coverage_monthly.denominator_operating IS 'Number of societies known to operate.';
COMMENT ON COLUMN dw.agg_coverage_monthly.denominator_with_members IS 'Number of societies known to have party members.';
COMMENT ON COLUMN dw.agg_coverage_monthly.denominator_should_build IS 'Number of societies with full members enough for an organization of their own.';
COMMENT ON COLUMN dw.agg_coverage_monthly.organization_numerator_all IS 'Of all societies, those covered by an organization.';
COMMENT ON COLUMN dw.agg_coverage_monthly.organization_numerator_operating IS 'Of societies known to operate, those covered by an organization.';
COMMENT ON COLUMN dw.agg_coverage_monthly.organization_numerator_with_members IS 'Of societies known to have party members, those covered by an organization.';
COMMENT ON COLUMN dw.agg_coverage_monthly.organization_numerator_should_build IS 'Of societies with full members enough for an organization of their own, those covered by an organization.';
COMMENT ON COLUMN dw.agg_coverage_monthly.work_numerator_all IS 'Of all societies, those covered by work.';
COMMENT ON COLUMN dw.agg_coverage_monthly.work_numerator_operating IS 'Of societies known to operate, those covered by work.';
COMMENT ON COLUMN dw.agg_coverage_monthly.work_numerator_with_members IS 'Of societies known to have party members, those covered by work.';
COMMENT ON COLUMN dw.agg_coverage_monthly.work_numerator_should_build IS 'Of societies with full members enough for an organization of their own, those covered by work.';
COMMENT ON COLUMN staging.agg_coverage_monthly.strong_coverage_numerator IS '有力覆盖率 Of the organizational rate''s denominator, the societies with an organization and somebody who carries its work.';
COMMENT ON COLUMN staging.agg_coverage_monthly.effective_coverage_numerator IS '有效覆盖率 (I08) Of the organizational rate''s denominator, the societies with an organization that does what it must.';
COMMENT ON COLUMN staging.agg_coverage_monthly.denominator_operating IS 'Number of societies known to operate.';
COMMENT ON COLUMN staging.agg_coverage_monthly.denominator_with_members IS 'Number of societies known to have party members.';
COMMENT ON COLUMN staging.agg_coverage_monthly.denominator_should_build IS 'Number of societies with full members enough for an organization of their own.';
COMMENT ON COLUMN staging.agg_coverage_monthly.organization_numerator_all IS 'Of all societies, those covered by an organization.';
COMMENT ON COLUMN staging.agg_coverage_monthly.organization_numerator_operating IS 'Of societies known to operate, those covered by an organization.';
COMMENT ON COLUMN staging.agg_coverage_monthly.organization_numerator_with_members IS 'Of societies known to have party members, those covered by an organization.';
COMMENT ON COLUMN staging.agg_coverage_monthly.organization_numerator_should_build IS 'Of societies with full members enough for an organization of their own, those covered by an organization.';
COMMENT ON COLUMN staging.agg_coverage_monthly.work_numerator_all IS 'Of all societies, those covered by work.';
COMMENT ON COLUMN staging.agg_coverage_monthly.work_numerator_operating IS 'Of societies known to operate, those covered by work.';
COMMENT ON COLUMN staging.agg_coverage_monthly.work_numerator_with_members IS 'Of societies known to have party members, those covered by work.';
COMMENT ON COLUMN staging.agg_coverage_monthly.work_numerator_should_build IS 'Of societies with full members enough for an organization of their own, those covered by work.';

-- What earlier loads knew. Strong and effective coverage of earlier months stay 0 until those months are loaded again.
UPDATE dw.agg_coverage_monthly a
SET denominator_operating = n.denominator_operating,
    denominator_with_members = n.denominator_with_members,
    denominator_should_build = n.denominator_should_build,
    organization_numerator_all = n.organization_numerator_all,
    organization_numerator_operating = n.organization_numerator_operating,
    organization_numerator_with_members = n.organization_numerator_with_members,
    organization_numerator_should_build = n.organization_numerator_should_build,
    work_numerator_all = n.work_numerator_all,
    work_numerator_operating = n.work_numerator_operating,
    work_numerator_with_members = n.work_numerator_with_members,
    work_numerator_should_build = n.work_numerator_should_build
FROM (
    SELECT f.month_key, f.rule_set_id, f.committee_id, s.discipline_code, s.level,
           sum(f.denominator_operating) AS denominator_operating,
           sum(f.denominator_with_members) AS denominator_with_members,
           sum(f.denominator_should_build) AS denominator_should_build,
           sum(f.has_counted_organization) AS organization_numerator_all,
           sum(f.has_counted_organization * f.denominator_operating) AS organization_numerator_operating,
           sum(f.has_counted_organization * f.denominator_with_members) AS organization_numerator_with_members,
           sum(f.has_counted_organization * f.denominator_should_build) AS organization_numerator_should_build,
           sum(f.work_covered) AS work_numerator_all,
           sum(f.work_covered * f.denominator_operating) AS work_numerator_operating,
           sum(f.work_covered * f.denominator_with_members) AS work_numerator_with_members,
           sum(f.work_covered * f.denominator_should_build) AS work_numerator_should_build
    FROM dw.fct_coverage_monthly f
    JOIN dw.dim_society s ON s.society_key = f.society_key
    GROUP BY f.month_key, f.rule_set_id, f.committee_id, s.discipline_code, s.level
) AS n
WHERE (n.month_key, n.rule_set_id, n.committee_id, n.level) = (a.month_key, a.rule_set_id, a.committee_id, a.level)
  AND n.discipline_code IS NOT DISTINCT FROM a.discipline_code;

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

CREATE OR REPLACE VIEW mart.indicator AS
SELECT i.id, i.name, i.name_zh, r.code AS rule_set_code, r.is_default AS is_default_rule_set,
       CASE i.id WHEN 'I01' THEN r.organization_definition WHEN 'I02' THEN r.work_definition WHEN 'I04' THEN r.organization_definition ELSE r.effective_definition END AS definition,
       i.numerator,
       CASE CASE i.id WHEN 'I04' THEN 'SHOULD_BUILD' ELSE r.denominator END
           WHEN 'ALL' THEN 'all societies'
           WHEN 'OPERATING' THEN 'societies known to operate'
           WHEN 'WITH_MEMBERS' THEN 'societies known to have party members'
           WHEN 'SHOULD_BUILD' THEN 'societies known to have enough full members to build a branch'
       END AS denominator,
       CASE i.id WHEN 'I01' THEN r.organization_source WHEN 'I02' THEN r.work_source WHEN 'I04' THEN r.organization_source ELSE r.effective_source END AS source,
       i.numerator_column, i.denominator_column
FROM (VALUES
    ('I01', 'OrganizationCoverageRate', '组织覆盖率', 'of the denominator, the societies with an organization that counts',
     'mart.coverage.organization_coverage_numerator', 'mart.coverage.organization_coverage_denominator'),
    ('I02', 'WorkCoverageRate', '工作覆盖率', 'of the denominator, the societies with an organization that counts, an instructor or both, as the rule set enables',
     'mart.coverage.work_coverage_numerator', 'mart.coverage.work_coverage_denominator'),
    ('I04', 'ShouldBuildRate', '应建尽建率', 'of the denominator, the societies with an organization that counts',
     'mart.coverage.organization_numerator_should_build', 'mart.coverage.denominator_should_build'),
    ('I08', 'EffectiveCoverageRate', '有效覆盖率', 'of the denominator, the societies with an organization that counts and does what it must',
     'mart.coverage.effective_coverage_numerator', 'mart.coverage.effective_coverage_denominator')
) AS i (id, name, name_zh, numerator, numerator_column, denominator_column)
CROSS JOIN dw.dim_rule_set r
WHERE r.is_current;
