SELECT
  (
    SELECT '{"groups":' || (
      SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
      FROM (
        SELECT
          '{"count":' || "societies_groups"."count"::text || '}' AS "page_nodes"
        FROM (
          SELECT "societies_groups".*
          FROM (
            SELECT "societies"."kind" AS "key.kind",
              count(*) AS "count"
            FROM graph.society AS "societies"
            WHERE "societies"."place" >= (SELECT (nullif(current_setting('sp.scope', true), '')::bigint[])[1]) AND "societies"."place" < (SELECT (nullif(current_setting('sp.scope', true), '')::bigint[])[2])
            GROUP BY "societies"."kind"
          ) AS "societies_groups"
          ORDER BY "societies_groups"."key.kind"
          LIMIT $1
        ) AS "societies_groups"
      ) AS "page"
    ) || '}'
  ) AS "societies"
