SELECT
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
    FROM (
      SELECT
        '{"name":' || to_json("branches"."name")::text || ',"categoryHistory":' || (
          SELECT '[' || coalesce(string_agg('{"category":"' || "branches_categoryHistory"."category" || '","validFrom":' || coalesce('"' || "branches_categoryHistory"."valid_from"::text || '"', 'null') || ',"validTo":' || coalesce('"' || "branches_categoryHistory"."valid_to"::text || '"', 'null') || ',"document":' || CASE WHEN "branches_categoryHistory_document"."id" IS NULL THEN 'null' ELSE '{"documentNumber":' || coalesce(to_json("branches_categoryHistory_document"."document_number")::text, 'null') || '}' END || '}', ',' ORDER BY "branches_categoryHistory"."valid_from" DESC NULLS LAST), '') || ']'
          FROM graph.branch_category_period AS "branches_categoryHistory"
          LEFT JOIN graph.policy_document AS "branches_categoryHistory_document" ON "branches_categoryHistory_document"."id" = "branches_categoryHistory"."policy_document_id"
          WHERE "branches_categoryHistory"."branch_id" = "branches"."id"
        ) || '}' AS "page_nodes"
      FROM (
        SELECT "branches".*
        FROM graph.branch AS "branches"
        WHERE graph.text_grams("branches"."name") @> $1 AND "branches"."name" LIKE $2
        ORDER BY "branches"."id"
        LIMIT $3
      ) AS "branches"
    ) AS "page"
  ) AS "branches"
