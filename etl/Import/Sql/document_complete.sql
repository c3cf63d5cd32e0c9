-- What the graph did not know of a document; what it knows is never replaced.
UPDATE graph.policy_document SET issuer = coalesce(issuer, @Issuer), issued_on = coalesce(issued_on, @IssuedOn::date)
WHERE id = @DocumentId AND (issuer IS NULL AND @Issuer::text IS NOT NULL OR issued_on IS NULL AND @IssuedOn::date IS NOT NULL);
