WITH "sent_page" AS MATERIALIZED (
  SELECT
    "documents"."page_row",
    "documents"."id" AS "sent_parent",
    '{"code":' || coalesce(to_json("documents"."code")::text, 'null') || ',"title":' || to_json("documents"."title")::text || ',"documentNumber":' || coalesce(to_json("documents"."document_number")::text, 'null') || ',"issuer":' || coalesce(to_json("documents"."issuer")::text, 'null') || ',"issuedOn":' || coalesce('"' || "documents"."issued_on"::text || '"', 'null') || ',"clauses":' || E'\x01' || "documents"."page_row" || E'\x01' || '}' AS "page_nodes"
  FROM (
    SELECT "documents".*, row_number() OVER () AS "page_row"
    FROM (
      SELECT "documents".*
      FROM graph.policy_document AS "documents"
      WHERE ("documents"."code" IS NULL) IS NOT TRUE
      ORDER BY "documents"."code", "documents"."id"
      LIMIT $1
    ) AS "documents"
  ) AS "documents"
)
SELECT
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.policy_document AS "documents"
      WHERE ("documents"."code" IS NULL) IS NOT TRUE
    ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
    FROM "sent_page" AS "page"
  ) AS "documents",
  NULL::bigint AS "page_row", NULL::text AS "sent_1", NULL::text AS "sent_2"
UNION ALL
SELECT NULL, "sent_page"."page_row", "sent_rows".*
FROM (
  SELECT "page_row", "sent_parent" FROM "sent_page" ORDER BY "page_row"
) AS "sent_page"
CROSS JOIN LATERAL (
  SELECT "documents_clauses"."code" AS "sent_1", "documents_clauses"."heading" AS "sent_2"
  FROM graph.clause AS "documents_clauses"
  WHERE "documents_clauses"."policy_document_id" = "sent_page"."sent_parent"
  ORDER BY "documents_clauses"."position"
) AS "sent_rows"
