-- Runs as its owner, because bi_reader sees nothing of the graph: it tells of published documents alone.
CREATE OR REPLACE FUNCTION mart.clause_of(source text)
RETURNS TABLE ("position" bigint, document_code text, code text, heading text, text text, citation text)
    LANGUAGE sql STABLE STRICT SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 2
BEGIN ATOMIC
    SELECT cited.position, d.code, cited.code, cited.heading, cited.text, cited.citation
    FROM graph.clauses_of(source) AS cited
    JOIN graph.policy_document AS d ON d.id = cited.policy_document_id
    ORDER BY cited.position;
END;
COMMENT ON FUNCTION mart.clause_of IS 'The clauses that a source such as "001 §7, 002 §2" cites, in its order: SELECT i.id, c.citation, c.text FROM mart.indicator AS i CROSS JOIN mart.clause_of(i.source) AS c.';
GRANT EXECUTE ON FUNCTION mart.clause_of TO bi_reader;
