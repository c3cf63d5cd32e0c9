CREATE OR REPLACE VIEW mart.document AS
SELECT d.code, d.title, d.document_number, d.issuer, d.issued_on
FROM graph.policy_document d
WHERE d.code IS NOT NULL;
COMMENT ON VIEW mart.document IS 'Which documents are rules and numbers founded on? One row per document that sources cite.';
COMMENT ON COLUMN mart.document.code IS 'Short code by which sources cite it, for example 001.';
COMMENT ON COLUMN mart.document.title IS 'Title as published.';
COMMENT ON COLUMN mart.document.document_number IS '文号 Document number; null where it has none.';
COMMENT ON COLUMN mart.document.issuer IS 'Issuing body; null where it is not stated.';
COMMENT ON COLUMN mart.document.issued_on IS 'Date of issue; null where it is not stated.';
GRANT SELECT ON mart.document TO bi_reader;
