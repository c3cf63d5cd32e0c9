CREATE OR REPLACE VIEW mart.indicator_clause AS
SELECT i.id, i.name_zh, i.rule_set_code, i.is_default_rule_set, c.position, c.document_code, c.code AS clause_code, c.heading, c.text, c.citation
FROM mart.indicator_by_rule_set i
CROSS JOIN mart.clause_of(i.source) c;
COMMENT ON VIEW mart.indicator_clause IS 'Which words is an indicator founded on? One row per indicator, rule set in use and clause of its source.';
COMMENT ON COLUMN mart.indicator_clause.id IS 'Number of the indicator in mart.indicator.';
COMMENT ON COLUMN mart.indicator_clause.name_zh IS 'Its Chinese name.';
COMMENT ON COLUMN mart.indicator_clause.rule_set_code IS 'Rule set whose definition it is.';
COMMENT ON COLUMN mart.indicator_clause.is_default_rule_set IS 'True for the rule set to use where no other is wanted.';
COMMENT ON COLUMN mart.indicator_clause.position IS 'Place of the clause in the source, from 1.';
COMMENT ON COLUMN mart.indicator_clause.document_code IS 'Short code of the document in mart.document.';
COMMENT ON COLUMN mart.indicator_clause.clause_code IS 'Clause of that document, in mart.clause.';
COMMENT ON COLUMN mart.indicator_clause.heading IS 'What the clause is about.';
COMMENT ON COLUMN mart.indicator_clause.text IS 'Its words as published.';
COMMENT ON COLUMN mart.indicator_clause.citation IS '引用 As people cite it: title, number and clause.';
GRANT SELECT ON mart.indicator_clause TO bi_reader;
