SELECT
  (
    WITH "all" AS (
      SELECT "all".*
      FROM graph.uncovered_society_on($1) AS "all"
    )
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM "all"
    ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || '],"groups":' || (
      SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
      FROM (
        SELECT
          '{"key":{"reason":' || coalesce('"' || "all_groups"."key.reason" || '"', 'null') || '},"count":' || "all_groups"."count"::text || '}' AS "page_nodes"
        FROM (
          SELECT "all_groups".*
          FROM (
            SELECT "all"."reason" AS "key.reason",
              count(*) AS "count"
            FROM graph.uncovered_society_on($1) AS "all"
            GROUP BY "all"."reason"
          ) AS "all_groups"
          ORDER BY "all_groups"."key.reason"
          LIMIT $2
        ) AS "all_groups"
      ) AS "page"
    ) || '}'
    FROM (
      SELECT
        "all"."page_row",
        '{"society":{"name":' || to_json("all_society"."name")::text || '},"reason":' || coalesce('"' || "all"."reason" || '"', 'null') || ',"since":' || coalesce('"' || "all"."since"::text || '"', 'null') || '}' AS "page_nodes"
      FROM (
        SELECT "all".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "all".*
          FROM "all"
          ORDER BY "all"."since", "all"."society_id"
          LIMIT $3
        ) AS "all"
      ) AS "all"
      LEFT JOIN graph.society AS "all_society" ON "all_society"."id" = "all"."society_id"
    ) AS "page"
  ) AS "all",
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.uncovered_society_on($4) AS "tree"
      WHERE "tree"."committee_id" = ANY ((SELECT graph.committees_within($5))::bigint[])
    ) || '}'
  ) AS "tree",
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.uncovered_society_on($6) AS "named"
      WHERE EXISTS (
        SELECT
        FROM graph.society AS "named_society"
        WHERE "named_society"."id" = "named"."society_id" AND graph.text_grams("named_society"."name") @> $7 AND "named_society"."name" LIKE $8
      ) AND "named"."reason" = $9
    ) || '}'
  ) AS "named",
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.uncovered_society AS "today"
    ) || '}'
  ) AS "today"
