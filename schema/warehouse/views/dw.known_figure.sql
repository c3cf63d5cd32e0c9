-- Belongs to the owner of the database: which months and rule sets there are is nobody's secret.
CREATE OR REPLACE VIEW dw.known_figure AS
SELECT a.rule_set_id, a.month_key
FROM dw.agg_coverage_province AS a
WHERE a.generation = (SELECT p.generation FROM dw.published AS p);
COMMENT ON VIEW dw.known_figure IS 'Of which rule sets and months there are figures of coverage; a pair may come several times.';
COMMENT ON COLUMN dw.known_figure.rule_set_id IS 'Key of the rule set in the graph.';
COMMENT ON COLUMN dw.known_figure.month_key IS 'The month.';
