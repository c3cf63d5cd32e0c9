-- A clause that a source names twice comes once, where it is named first.
CREATE OR REPLACE FUNCTION graph.clauses_of(source text)
RETURNS TABLE ("position" bigint, policy_document_id bigint, code text, heading text, text text, citation text)
    LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 2
BEGIN ATOMIC
    SELECT row_number() OVER (ORDER BY cited.place), c.policy_document_id, c.code, c.heading, c.text, c.citation
    FROM (
        SELECT p.policy_document_id, p.position, min(part.place) AS place
        FROM graph.citations_of(source) AS part
        JOIN graph.policy_document AS d ON d.code = part.document_code
        JOIN graph.policy_clause AS p ON p.policy_document_id = d.id
        JOIN LATERAL unnest(p.code || p.also_cited_as) AS known (code) ON starts_with(part.words, known.code)
        WHERE graph.begins_with_clause(part.words, known.code)
        GROUP BY p.policy_document_id, p.position
    ) AS cited
    JOIN graph.clause AS c ON c.policy_document_id = cited.policy_document_id AND c.position = cited.position
    ORDER BY cited.place;
END;
COMMENT ON FUNCTION graph.clauses_of IS 'The clauses that a source such as "001 §7, 002 §2" cites, in its order; remarks and documents that are not here give none.';
