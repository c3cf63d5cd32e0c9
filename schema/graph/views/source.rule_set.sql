CREATE OR REPLACE VIEW source.rule_set AS
SELECT r.id, r.code, r.title, r.region_code, r.effective_from, r.effective_to, r.is_default, r.content,
       d.title AS document_title, d.document_number
FROM graph.rule_set AS r
LEFT JOIN graph.policy_document AS d ON d.id = r.policy_document_id;
COMMENT ON VIEW source.rule_set IS 'One row per rule set, with the document that it comes from.';
