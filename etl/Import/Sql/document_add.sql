INSERT INTO graph.policy_document (title, document_number, issuer, issued_on)
VALUES (@DocumentTitle, @DocumentNumber, @Issuer, @IssuedOn::date)
RETURNING id;
