SELECT
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.society AS "societies"
      WHERE EXISTS (
        SELECT
        FROM graph.society_coverage AS "societies_coverage"
        WHERE "societies_coverage"."society_id" = "societies"."id" AND "societies_coverage"."is_worked" = $1
      )
    ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
    FROM (
      SELECT
        "societies"."page_row",
        '{"name":' || to_json("societies"."name")::text || ',"coverage":{"isWorked":' || "societies_coverage"."is_worked"::text || ',"isNominal":' || "societies_coverage"."is_nominal"::text || '}}' AS "page_nodes"
      FROM (
        SELECT "societies".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "societies".*
          FROM graph.society AS "societies"
          WHERE EXISTS (
            SELECT
            FROM graph.society_coverage AS "societies_coverage"
            WHERE "societies_coverage"."society_id" = "societies"."id" AND "societies_coverage"."is_worked" = $1
          )
          ORDER BY "societies"."id"
          LIMIT $2
        ) AS "societies"
      ) AS "societies"
      LEFT JOIN graph.society_coverage AS "societies_coverage" ON "societies_coverage"."society_id" = "societies"."id"
    ) AS "page"
  ) AS "societies",
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.society AS "nominal"
      WHERE EXISTS (
        SELECT
        FROM graph.society_coverage AS "nominal_coverage"
        WHERE "nominal_coverage"."society_id" = "nominal"."id" AND "nominal_coverage"."is_nominal" = $3
      )
    ) || '}'
  ) AS "nominal",
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.society AS "strong"
      WHERE EXISTS (
        SELECT
        FROM graph.society_coverage AS "strong_coverage"
        WHERE "strong_coverage"."society_id" = "strong"."id" AND "strong_coverage"."is_nominal" = $4 AND "strong_coverage"."is_strong" = $5
      )
    ) || '}'
  ) AS "strong",
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.society AS "effective"
      WHERE EXISTS (
        SELECT
        FROM graph.society_coverage AS "effective_coverage"
        WHERE "effective_coverage"."society_id" = "effective"."id" AND "effective_coverage"."is_nominal" = $6 AND "effective_coverage"."is_effective" = $7
      )
    ) || '}'
  ) AS "effective"
