SELECT
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
    FROM (
      SELECT
        '{"branches":' || (
          WITH "committees_branches" AS (
            SELECT "committees_branches".*
            FROM graph.branch AS "committees_branches"
            LEFT JOIN graph.branch_category_period AS "committees_branches_category" ON "committees_branches_category"."branch_id" = "committees_branches"."id" AND ("committees_branches_category"."valid_during" @> graph.today()) IS TRUE
            WHERE "committees_branches"."committee_id" = "committees"."id" AND coalesce("committees_branches_category"."category", 'UNCLASSIFIED') = ANY ($1)
          ), "page_ahead" AS MATERIALIZED (
            SELECT "committees_branches".*, row_number() OVER () AS "page_row"
            FROM (
              SELECT "committees_branches".*, (coalesce("committees_branches_category"."category", 'UNCLASSIFIED'))::text AS "page_key_1", ("committees_branches"."id")::text AS "page_key_2"
              FROM "committees_branches"
              LEFT JOIN graph.branch_category_period AS "committees_branches_category" ON "committees_branches_category"."branch_id" = "committees_branches"."id" AND ("committees_branches_category"."valid_during" @> graph.today()) IS TRUE
              ORDER BY coalesce("committees_branches_category"."category", 'UNCLASSIFIED') DESC, "committees_branches"."id" DESC
              LIMIT $2::bigint * 5 + 1
            ) AS "committees_branches"
          )
          SELECT '{"totalCount":' || (
            SELECT count(*)::text
            FROM "committees_branches"
          ) || ',"pageInfo":{"hasNextPage":' || ((SELECT count(*) FROM "page_ahead") > $2)::text || ',"forwardCursors":' || (
            SELECT '[' || coalesce(string_agg('{"page":' || "page_cursors"."page_number"::text || '}', ',' ORDER BY "page_cursors"."page_number"), '') || ']'
            FROM (
              SELECT "committees_branches"."page_row" / $2 AS "page_number", translate(encode(convert_to(json_build_array('929f9a07', "committees_branches"."page_key_1", "committees_branches"."page_key_2")::text, 'UTF8'), 'base64'), E'\n', '') AS "page_cursor"
              FROM "page_ahead" AS "committees_branches"
              WHERE "committees_branches"."page_row" % nullif($2, 0) = 0 AND "committees_branches"."page_row" < (SELECT count(*) FROM "page_ahead")
            ) AS "page_cursors"
          ) || '},"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
          FROM (
            SELECT
              "committees_branches"."page_row",
              '{"name":' || to_json("committees_branches"."name")::text || ',"category":"' || coalesce("committees_branches_category"."category", 'UNCLASSIFIED') || '"}' AS "page_nodes"
            FROM "page_ahead" AS "committees_branches"
            LEFT JOIN graph.branch_category_period AS "committees_branches_category" ON "committees_branches_category"."branch_id" = "committees_branches"."id" AND ("committees_branches_category"."valid_during" @> graph.today()) IS TRUE
            WHERE "committees_branches"."page_row" <= $2
          ) AS "page"
        ) || ',"plain":' || (
          SELECT '{"totalCount":' || (
            SELECT count(*)::text
            FROM graph.branch AS "committees_plain"
            WHERE "committees_plain"."committee_id" = "committees"."id"
          ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
          FROM (
            SELECT
              '{"name":' || to_json("committees_plain"."name")::text || '}' AS "page_nodes"
            FROM (
              SELECT "committees_plain".*
              FROM graph.branch AS "committees_plain"
              WHERE "committees_plain"."committee_id" = "committees"."id"
              ORDER BY "committees_plain"."id"
              LIMIT $3
            ) AS "committees_plain"
          ) AS "page"
        ) || '}' AS "page_nodes"
      FROM (
        SELECT "committees".*
        FROM graph.committee AS "committees"
        ORDER BY "committees"."id"
        LIMIT $4
      ) AS "committees"
    ) AS "page"
  ) AS "committees"
