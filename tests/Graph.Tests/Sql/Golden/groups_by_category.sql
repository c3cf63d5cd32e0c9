SELECT
  (
    SELECT '{"groups":' || (
      SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
      FROM (
        SELECT
          '{"key":{"category":' || coalesce('"' || "branches_groups"."key.category" || '"', 'null') || '},"count":' || "branches_groups"."count"::text || '}' AS "page_nodes"
        FROM (
          SELECT "branches_groups".*
          FROM (
            SELECT coalesce("branches_category"."category", 'UNCLASSIFIED') AS "key.category",
              count(*) AS "count"
            FROM graph.branch AS "branches"
            LEFT JOIN graph.branch_category_period AS "branches_category" ON "branches_category"."branch_id" = "branches"."id" AND ("branches_category"."valid_during" @> graph.today()) IS TRUE
            GROUP BY coalesce("branches_category"."category", 'UNCLASSIFIED')
          ) AS "branches_groups"
          ORDER BY "branches_groups"."key.category"
          LIMIT $1
        ) AS "branches_groups"
      ) AS "page"
    ) || '}'
  ) AS "branches"
