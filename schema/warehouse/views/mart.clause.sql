CREATE OR REPLACE VIEW mart.clause AS
SELECT c.document_code, c.position, c.code, c.heading, c.text, c.citation
FROM graph.clause c
WHERE c.document_code IS NOT NULL;
COMMENT ON VIEW mart.clause IS 'What do the documents say? One row per document and clause; a clause comes before its parts, whose words it includes.';
COMMENT ON COLUMN mart.clause.document_code IS 'Short code of the document in mart.document.';
COMMENT ON COLUMN mart.clause.position IS 'Place in the document, from 1.';
COMMENT ON COLUMN mart.clause.code IS 'How sources cite it behind the document''s code, for example §7 or 组织建设-2.';
COMMENT ON COLUMN mart.clause.heading IS 'What it is about: its own heading, else that of the chapter.';
COMMENT ON COLUMN mart.clause.text IS 'Its words as published; a paragraph a line.';
COMMENT ON COLUMN mart.clause.citation IS '引用 As people cite it: title, number and clause.';
GRANT SELECT ON mart.clause TO bi_reader;
