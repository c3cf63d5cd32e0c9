CREATE OR REPLACE VIEW source.discipline AS
SELECT code, name FROM graph.discipline;
COMMENT ON VIEW source.discipline IS 'One row per discipline.';
