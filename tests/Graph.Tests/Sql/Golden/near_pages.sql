SELECT
  (
    WITH "page_ahead" AS MATERIALIZED (
      SELECT "branches".*, row_number() OVER () AS "page_row"
      FROM (
        SELECT "branches".*, ("branches"."name")::text AS "page_key_1", ("branches"."id")::text AS "page_key_2"
        FROM graph.branch AS "branches"
        ORDER BY "branches"."name", "branches"."id"
        LIMIT $1::bigint * 5 + 1
      ) AS "branches"
    )
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || '],"pageInfo":{"hasNextPage":' || ((SELECT count(*) FROM "page_ahead") > $1)::text || ',"forwardCursors":' || (
      SELECT '[' || coalesce(string_agg('{"page":' || "page_cursors"."page_number"::text || ',"cursor":' || to_json("page_cursors"."page_cursor")::text || '}', ',' ORDER BY "page_cursors"."page_number"), '') || ']'
      FROM (
        SELECT "branches"."page_row" / $1 AS "page_number", translate(encode(convert_to(json_build_array('7b418e60', "branches"."page_key_1", "branches"."page_key_2")::text, 'UTF8'), 'base64'), E'\n', '') AS "page_cursor"
        FROM "page_ahead" AS "branches"
        WHERE "branches"."page_row" % nullif($1, 0) = 0 AND "branches"."page_row" < (SELECT count(*) FROM "page_ahead")
      ) AS "page_cursors"
    ) || ',"backwardCursors":' || '[]' || '}}'
    FROM (
      SELECT
        "branches"."page_row",
        '{"name":' || to_json("branches"."name")::text || ',"society":' || CASE WHEN "branches_society"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("branches_society"."name")::text || '}' END || '}' AS "page_nodes"
      FROM "page_ahead" AS "branches"
      LEFT JOIN graph.branch_society AS "branches_society_via1" ON "branches_society_via1"."branch_id" = "branches"."id" AND "branches_society_via1"."is_lead"
      LEFT JOIN graph.society AS "branches_society" ON "branches_society"."id" = "branches_society_via1"."society_id"
      WHERE "branches"."page_row" <= $1
    ) AS "page"
  ) AS "branches",
  (
    WITH "page_ahead" AS MATERIALIZED (
      SELECT "page".*, row_number() OVER () AS "page_row"
      FROM (
        SELECT "page".*, ("page"."name")::text AS "page_key_1", ("page"."id")::text AS "page_key_2"
        FROM graph.branch AS "page"
        WHERE ("page"."name", "page"."id") < ($2, $3)
        ORDER BY "page"."name" DESC, "page"."id" DESC
        LIMIT $4::bigint * 5 + 1
      ) AS "page"
    ), "page_back" AS MATERIALIZED (
      SELECT row_number() OVER (ORDER BY "page"."name", "page"."id") AS "page_row", ("page"."name")::text AS "page_key_1", ("page"."id")::text AS "page_key_2"
      FROM graph.branch AS "page"
      WHERE ("page"."name", "page"."id") >= ($2, $3)
      ORDER BY "page"."name", "page"."id"
      LIMIT $4::bigint * 4 + 1
    )
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row" DESC), '') || '],"pageInfo":{"hasPreviousPage":' || ((SELECT count(*) FROM "page_ahead") > $4)::text || ',"ahead":' || (
      SELECT '[' || coalesce(string_agg('{"page":' || "page_cursors"."page_number"::text || ',"cursor":' || to_json("page_cursors"."page_cursor")::text || ',"__typename":"PageCursor"}', ',' ORDER BY "page_cursors"."page_number"), '') || ']'
      FROM (
        SELECT 1 AS "page_number", translate(encode(convert_to(json_build_array('7b418e60', "page"."page_key_1", "page"."page_key_2")::text, 'UTF8'), 'base64'), E'\n', '') AS "page_cursor"
        FROM "page_ahead" AS "page"
        WHERE "page"."page_row" = 1 AND $4 > 0 AND EXISTS (SELECT FROM "page_back")
        UNION ALL
        SELECT "page"."page_row" / $4 + 1 AS "page_number", translate(encode(convert_to(json_build_array('7b418e60', "page"."page_key_1", "page"."page_key_2")::text, 'UTF8'), 'base64'), E'\n', '') AS "page_cursor"
        FROM "page_back" AS "page"
        WHERE "page"."page_row" % nullif($4, 0) = 0 AND "page"."page_row" < (SELECT count(*) FROM "page_back") AND EXISTS (SELECT FROM "page_ahead")
      ) AS "page_cursors"
    ) || '}}'
    FROM (
      SELECT
        "page"."page_row",
        '{"name":' || to_json("page"."name")::text || '}' AS "page_nodes"
      FROM "page_ahead" AS "page"
      WHERE "page"."page_row" <= $4
    ) AS "page"
  ) AS "page"
