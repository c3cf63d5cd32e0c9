SELECT
  (
    SELECT '{"groups":' || (
      WITH "all_groups" AS (
        SELECT count(*) AS "count"
        FROM graph.society AS "all"
        HAVING count(*) > 0
      )
      SELECT '{"totalCount":' || (
        SELECT count(*)::text
        FROM "all_groups"
      ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || '],"pageInfo":{"endCursor":' || CASE WHEN count(*) = 0 THEN 'null' ELSE '"' || translate(encode(convert_to(json_build_array('83c61ce6', (array_agg("page"."page_key_1" ORDER BY "page"."page_row" DESC))[1])::text, 'UTF8'), 'base64'), E'\n', '') || '"' END || '}}'
      FROM (
        SELECT
          "all_groups"."page_row",
          "all_groups"."page_key_1",
          '{"count":' || "all_groups"."count"::text || '}' AS "page_nodes"
        FROM (
          SELECT "all_groups".*, row_number() OVER () AS "page_row"
          FROM (
            SELECT "all_groups".*, ("all_groups"."count")::text AS "page_key_1"
            FROM "all_groups"
            ORDER BY "all_groups"."count"
            LIMIT $1
          ) AS "all_groups"
        ) AS "all_groups"
      ) AS "page"
    ) || '}'
  ) AS "all",
  (
    SELECT '{"groups":' || (
      WITH "nothing_groups" AS (
        SELECT count(*) AS "count"
        FROM graph.branch AS "nothing"
        WHERE "nothing"."name" = $2
        HAVING count(*) > 0
      )
      SELECT '{"totalCount":' || (
        SELECT count(*)::text
        FROM "nothing_groups"
      ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
      FROM (
        SELECT
          '{"count":' || "nothing_groups"."count"::text || '}' AS "page_nodes"
        FROM (
          SELECT "nothing_groups".*
          FROM "nothing_groups"
          ORDER BY "nothing_groups"."count"
          LIMIT $3
        ) AS "nothing_groups"
      ) AS "page"
    ) || '}'
  ) AS "nothing",
  (
    SELECT '{"groups":' || (
      WITH "nobody_groups" AS (
        SELECT "nobody"."kind" AS "key.kind",
          count(*) AS "count"
        FROM graph.society AS "nobody"
        WHERE "nobody"."name" = $4
        GROUP BY "nobody"."kind"
      )
      SELECT '{"totalCount":' || (
        SELECT count(*)::text
        FROM "nobody_groups"
      ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
      FROM (
        SELECT
          '{"count":' || "nobody_groups"."count"::text || '}' AS "page_nodes"
        FROM (
          SELECT "nobody_groups".*
          FROM "nobody_groups"
          ORDER BY "nobody_groups"."key.kind"
          LIMIT $5
        ) AS "nobody_groups"
      ) AS "page"
    ) || '}'
  ) AS "nobody"
