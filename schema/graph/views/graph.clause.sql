CREATE OR REPLACE VIEW graph.clause AS
SELECT c.policy_document_id, c.position, c.code, c.heading, c.text,
       '《' || d.title || '》' || coalesce('（' || d.document_number || '）', '') || c.label AS citation,
       d.code AS document_code
FROM graph.policy_clause AS c
JOIN graph.policy_document AS d ON d.id = c.policy_document_id;
COMMENT ON VIEW graph.clause IS '条款 Clause of a policy document as people cite it.';
COMMENT ON COLUMN graph.clause.policy_document_id IS 'The document.';
COMMENT ON COLUMN graph.clause.position IS 'Place in the document, from 1; a clause comes before its parts.';
COMMENT ON COLUMN graph.clause.code IS 'How sources cite it behind the document''s code.';
COMMENT ON COLUMN graph.clause.heading IS 'What it is about.';
COMMENT ON COLUMN graph.clause.text IS 'Its words as published.';
COMMENT ON COLUMN graph.clause.citation IS 'Title, number and clause, for example 《…》（渝科协社党发〔2023〕11号）第7点.';
COMMENT ON COLUMN graph.clause.document_code IS 'Short code of the document; null where it has none.';
