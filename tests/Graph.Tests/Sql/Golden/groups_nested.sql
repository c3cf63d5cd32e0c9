SELECT
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
    FROM (
      SELECT
        '{"name":' || to_json("committees"."name")::text || ',"branches":' || (
          WITH "committees_branches" AS (
            SELECT "committees_branches".*
            FROM graph.branch AS "committees_branches"
            LEFT JOIN graph.branch_category_period AS "committees_branches_category" ON "committees_branches_category"."branch_id" = "committees_branches"."id" AND ("committees_branches_category"."valid_during" @> graph.today()) IS TRUE
            WHERE "committees_branches"."committee_id" = "committees"."id" AND (coalesce("committees_branches_category"."category", 'UNCLASSIFIED') = $1) IS NOT TRUE
          )
          SELECT '{"totalCount":' || (
            SELECT count(*)::text
            FROM "committees_branches"
          ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || '],"byKind":' || (
            WITH "committees_branches_byKind" AS (
              SELECT "committees_branches_society"."kind" AS "key.societyKind",
                count(*) AS "count"
              FROM graph.branch AS "committees_branches"
              LEFT JOIN graph.branch_category_period AS "committees_branches_category" ON "committees_branches_category"."branch_id" = "committees_branches"."id" AND ("committees_branches_category"."valid_during" @> graph.today()) IS TRUE
              LEFT JOIN graph.branch_society AS "committees_branches_society_via1" ON "committees_branches_society_via1"."branch_id" = "committees_branches"."id" AND "committees_branches_society_via1"."is_lead"
              LEFT JOIN graph.society AS "committees_branches_society" ON "committees_branches_society"."id" = "committees_branches_society_via1"."society_id"
              WHERE "committees_branches"."committee_id" = "committees"."id" AND (coalesce("committees_branches_category"."category", 'UNCLASSIFIED') = $1) IS NOT TRUE AND graph.text_grams("committees_branches"."name") @> $2 AND "committees_branches"."name" LIKE $3
              GROUP BY "committees_branches_society"."kind"
            )
            SELECT '{"totalCount":' || (
              SELECT count(*)::text
              FROM "committees_branches_byKind"
            ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
            FROM (
              SELECT
                '{"key":{"societyKind":' || coalesce('"' || "committees_branches_byKind"."key.societyKind" || '"', 'null') || '},"count":' || "committees_branches_byKind"."count"::text || '}' AS "page_nodes"
              FROM (
                SELECT "committees_branches_byKind".*
                FROM "committees_branches_byKind"
                ORDER BY "committees_branches_byKind"."key.societyKind"
                LIMIT $4
              ) AS "committees_branches_byKind"
            ) AS "page"
          ) || '}'
          FROM (
            SELECT
              '{"name":' || to_json("committees_branches"."name")::text || '}' AS "page_nodes"
            FROM (
              SELECT "committees_branches".*
              FROM "committees_branches"
              ORDER BY "committees_branches"."name", "committees_branches"."id"
              LIMIT $5
            ) AS "committees_branches"
          ) AS "page"
        ) || '}' AS "page_nodes"
      FROM (
        SELECT "committees".*
        FROM graph.committee AS "committees"
        ORDER BY "committees"."id"
        LIMIT $6
      ) AS "committees"
    ) AS "page"
  ) AS "committees"
