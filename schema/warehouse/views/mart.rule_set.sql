-- OFFSET 0: see mart.coverage_month.
CREATE OR REPLACE VIEW mart.rule_set AS
SELECT r.code, r.title, r.is_default, r.region_code, r.effective_from, r.effective_to, r.organization_definition, r.organization_source,
       r.work_definition, r.work_source, r.strong_definition, r.strong_source, r.effective_definition, r.effective_source,
       r.denominator, r.work_denominator, r.effective_denominator, r.document_title, r.document_number,
       (SELECT l.finished_at FROM dw.published AS p JOIN dw.load_run AS l ON l.id = p.load_run_id) AS loaded_at,
       1 AS warehouse_id
FROM dw.dim_rule_set AS r
WHERE r.is_current
  -- One whose jurisdiction has no society here has no figures.
  AND EXISTS (SELECT FROM dw.known_figure AS a WHERE a.rule_set_id = r.rule_set_id OFFSET 0);
COMMENT ON VIEW mart.rule_set IS '规则集 By which rule sets can coverage be asked for? One row per rule set in use that has figures, with its words.';
COMMENT ON COLUMN mart.rule_set.code IS 'Code by which it is asked for.';
COMMENT ON COLUMN mart.rule_set.title IS 'Its title.';
COMMENT ON COLUMN mart.rule_set.is_default IS 'True for the rule set to use where no other is wanted.';
COMMENT ON COLUMN mart.rule_set.region_code IS 'Jurisdiction: this region and those below it.';
COMMENT ON COLUMN mart.rule_set.effective_from IS 'First day of effect; null: since ever.';
COMMENT ON COLUMN mart.rule_set.effective_to IS 'First day without effect; null: still in effect.';
COMMENT ON COLUMN mart.rule_set.organization_definition IS 'Organizational coverage (I01) in words.';
COMMENT ON COLUMN mart.rule_set.organization_source IS 'Clauses that say so.';
COMMENT ON COLUMN mart.rule_set.work_definition IS 'Work coverage (I02) in words.';
COMMENT ON COLUMN mart.rule_set.work_source IS 'Clauses that say so.';
COMMENT ON COLUMN mart.rule_set.strong_definition IS 'Strong coverage in words.';
COMMENT ON COLUMN mart.rule_set.strong_source IS 'Clauses that say so.';
COMMENT ON COLUMN mart.rule_set.effective_definition IS 'Effective coverage (I08) in words.';
COMMENT ON COLUMN mart.rule_set.effective_source IS 'Clauses that say so.';
COMMENT ON COLUMN mart.rule_set.denominator IS 'Which societies organizational coverage looks at: ALL, OPERATING, WITH_MEMBERS or SHOULD_BUILD.';
COMMENT ON COLUMN mart.rule_set.work_denominator IS 'Which societies work coverage looks at.';
COMMENT ON COLUMN mart.rule_set.effective_denominator IS 'Which societies effective coverage looks at.';
COMMENT ON COLUMN mart.rule_set.document_title IS 'Document that it comes from; null where none is named.';
COMMENT ON COLUMN mart.rule_set.document_number IS 'Number of that document.';
COMMENT ON COLUMN mart.rule_set.loaded_at IS 'When the last load ended.';
COMMENT ON COLUMN mart.rule_set.warehouse_id IS 'Always 1: the row of mart.warehouse.';
GRANT SELECT ON mart.rule_set TO bi_reader;
