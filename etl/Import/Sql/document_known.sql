-- Grain: the one policy document with this number, or without a number and with this title.
SELECT id, title, issuer, issued_on::text AS "IssuedOn"
FROM graph.policy_document
WHERE document_number = @DocumentNumber
   OR (@DocumentNumber::text IS NULL AND document_number IS NULL AND title = @DocumentTitle);
