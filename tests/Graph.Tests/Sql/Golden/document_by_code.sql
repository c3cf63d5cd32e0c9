SELECT
  (
    SELECT '{"title":' || to_json("document"."title")::text || ',"documentNumber":' || coalesce(to_json("document"."document_number")::text, 'null') || ',"issuedOn":' || coalesce('"' || "document"."issued_on"::text || '"', 'null') || ',"clauses":' || (
      SELECT '[' || coalesce(string_agg('{"code":' || to_json("document_clauses"."code")::text || ',"heading":' || to_json("document_clauses"."heading")::text || ',"text":' || to_json("document_clauses"."text")::text || ',"citation":' || to_json("document_clauses"."citation")::text || ',"document":{"code":' || coalesce(to_json("document_clauses_document"."code")::text, 'null') || '}}', ',' ORDER BY "document_clauses"."position"), '') || ']'
      FROM graph.clause AS "document_clauses"
      LEFT JOIN graph.policy_document AS "document_clauses_document" ON "document_clauses_document"."id" = "document_clauses"."policy_document_id"
      WHERE "document_clauses"."policy_document_id" = "document"."id"
    ) || '}'
    FROM graph.policy_document AS "document"
    WHERE "document"."code" = $1
  ) AS "document",
  (
    SELECT '{"title":' || to_json("none"."title")::text || '}'
    FROM graph.policy_document AS "none"
    WHERE "none"."code" = $2
  ) AS "none"
