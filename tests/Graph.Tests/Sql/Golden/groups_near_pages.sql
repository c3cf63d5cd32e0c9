SELECT
  (
    SELECT '{"groups":' || (
      WITH "branches_groups" AS (
        SELECT "branches_society"."kind" AS "key.societyKind",
          count(*) AS "count"
        FROM graph.branch AS "branches"
        LEFT JOIN graph.branch_society AS "branches_society_via1" ON "branches_society_via1"."branch_id" = "branches"."id" AND "branches_society_via1"."is_lead"
        LEFT JOIN graph.society AS "branches_society" ON "branches_society"."id" = "branches_society_via1"."society_id"
        GROUP BY "branches_society"."kind"
      ), "page_ahead" AS MATERIALIZED (
        SELECT "branches_groups".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "branches_groups".*, ("branches_groups"."count")::text AS "page_key_1", ("branches_groups"."key.societyKind")::text AS "page_key_2"
          FROM "branches_groups"
          ORDER BY "branches_groups"."count" DESC, "branches_groups"."key.societyKind"
          LIMIT $1::bigint * 5 + 1
        ) AS "branches_groups"
      )
      SELECT '{"totalCount":' || (
        SELECT count(*)::text
        FROM "branches_groups"
      ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || '],"pageInfo":{"hasNextPage":' || ((SELECT count(*) FROM "page_ahead") > $1)::text || ',"forwardCursors":' || (
        SELECT '[' || coalesce(string_agg('{"page":' || "page_cursors"."page_number"::text || ',"cursor":' || to_json("page_cursors"."page_cursor")::text || '}', ',' ORDER BY "page_cursors"."page_number"), '') || ']'
        FROM (
          SELECT "branches_groups"."page_row" / $1 AS "page_number", translate(encode(convert_to(json_build_array('80ce4c82', "branches_groups"."page_key_1", "branches_groups"."page_key_2")::text, 'UTF8'), 'base64'), E'\n', '') AS "page_cursor"
          FROM "page_ahead" AS "branches_groups"
          WHERE "branches_groups"."page_row" % nullif($1, 0) = 0 AND "branches_groups"."page_row" < (SELECT count(*) FROM "page_ahead")
        ) AS "page_cursors"
      ) || ',"backwardCursors":' || '[]' || '}}'
      FROM (
        SELECT
          "branches_groups"."page_row",
          '{"key":{"societyKind":' || coalesce('"' || "branches_groups"."key.societyKind" || '"', 'null') || '},"count":' || "branches_groups"."count"::text || '}' AS "page_nodes"
        FROM "page_ahead" AS "branches_groups"
        WHERE "branches_groups"."page_row" <= $1
      ) AS "page"
    ) || '}'
  ) AS "branches"
