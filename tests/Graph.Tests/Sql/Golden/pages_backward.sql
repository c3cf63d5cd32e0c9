SELECT
  (
    SELECT '{"pageInfo":{"hasPreviousPage":' || (count(*) > $1)::text || ',"hasNextPage":false,"startCursor":' || CASE WHEN count(*) FILTER (WHERE "page"."page_row" <= $1) = 0 THEN 'null' ELSE '"' || translate(encode(convert_to(json_build_array('7b418e60', (array_agg("page"."page_key_1" ORDER BY "page"."page_row" DESC) FILTER (WHERE "page"."page_row" <= $1))[1], (array_agg("page"."page_key_2" ORDER BY "page"."page_row" DESC) FILTER (WHERE "page"."page_row" <= $1))[1])::text, 'UTF8'), 'base64'), E'\n', '') || '"' END || ',"endCursor":' || CASE WHEN count(*) FILTER (WHERE "page"."page_row" <= $1) = 0 THEN 'null' ELSE '"' || translate(encode(convert_to(json_build_array('7b418e60', (array_agg("page"."page_key_1" ORDER BY "page"."page_row") FILTER (WHERE "page"."page_row" <= $1))[1], (array_agg("page"."page_key_2" ORDER BY "page"."page_row") FILTER (WHERE "page"."page_row" <= $1))[1])::text, 'UTF8'), 'base64'), E'\n', '') || '"' END || '},"edges":[' || coalesce(string_agg("page"."page_edges", ',' ORDER BY "page"."page_row" DESC) FILTER (WHERE "page"."page_row" <= $1), '') || ']}'
    FROM (
      SELECT
        "branches"."page_row",
        "branches"."page_key_1",
        "branches"."page_key_2",
        '{"cursor":"' || translate(encode(convert_to(json_build_array('7b418e60', "branches"."page_key_1", "branches"."page_key_2")::text, 'UTF8'), 'base64'), E'\n', '') || '","node":{"name":' || to_json("branches"."name")::text || '}}' AS "page_edges"
      FROM (
        SELECT "branches".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "branches".*, ("branches"."name")::text AS "page_key_1", ("branches"."id")::text AS "page_key_2"
          FROM graph.branch AS "branches"
          ORDER BY "branches"."name" DESC, "branches"."id" DESC
          LIMIT $1::bigint + 1
        ) AS "branches"
      ) AS "branches"
    ) AS "page"
  ) AS "branches"
