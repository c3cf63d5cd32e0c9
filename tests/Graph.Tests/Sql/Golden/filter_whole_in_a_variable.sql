SELECT
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.branch AS "branches"
      LEFT JOIN graph.branch_category_period AS "branches_category" ON "branches_category"."branch_id" = "branches"."id" AND ("branches_category"."valid_during" @> graph.today()) IS TRUE
      WHERE ((graph.text_grams("branches"."name") @> $1 AND "branches"."name" LIKE $2) OR (graph.text_grams("branches"."name") @> $3 AND "branches"."name" LIKE $4)) AND coalesce("branches_category"."category", 'UNCLASSIFIED') = $5
    ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
    FROM (
      SELECT
        '{"name":' || to_json("branches"."name")::text || '}' AS "page_nodes"
      FROM (
        SELECT "branches".*
        FROM graph.branch AS "branches"
        LEFT JOIN graph.branch_category_period AS "branches_category" ON "branches_category"."branch_id" = "branches"."id" AND ("branches_category"."valid_during" @> graph.today()) IS TRUE
        WHERE ((graph.text_grams("branches"."name") @> $1 AND "branches"."name" LIKE $2) OR (graph.text_grams("branches"."name") @> $3 AND "branches"."name" LIKE $4)) AND coalesce("branches_category"."category", 'UNCLASSIFIED') = $5
        ORDER BY "branches"."name" DESC, "branches"."id" DESC
        LIMIT $6
      ) AS "branches"
    ) AS "page"
  ) AS "branches"
