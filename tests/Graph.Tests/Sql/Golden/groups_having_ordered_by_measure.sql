SELECT
  (
    SELECT '{"groups":' || (
      WITH "branches_groups" AS (
        SELECT coalesce("branches_category"."category", 'UNCLASSIFIED') AS "key.category", "branches_society"."kind" AS "key.societyKind",
          count(*) AS "count",
          min("branches"."status_since") AS "min.statusSince",
          max("branches"."status_since") AS "max.statusSince"
        FROM graph.branch AS "branches"
        LEFT JOIN graph.branch_category_period AS "branches_category" ON "branches_category"."branch_id" = "branches"."id" AND ("branches_category"."valid_during" @> graph.today()) IS TRUE
        LEFT JOIN graph.branch_society AS "branches_society_via1" ON "branches_society_via1"."branch_id" = "branches"."id" AND "branches_society_via1"."is_lead"
        LEFT JOIN graph.society AS "branches_society" ON "branches_society"."id" = "branches_society_via1"."society_id"
        WHERE ("branches"."form" = $1) IS NOT TRUE
        GROUP BY coalesce("branches_category"."category", 'UNCLASSIFIED'), "branches_society"."kind"
      )
      SELECT '{"totalCount":' || (
        SELECT count(*)::text
        FROM "branches_groups"
        WHERE ("branches_groups"."count" >= $2 OR ("branches_groups"."max.statusSince" IS NULL) IS NOT TRUE)
      ) || ',"edges":[' || coalesce(string_agg("page"."page_edges", ',') FILTER (WHERE "page"."page_row" <= $3), '') || '],"pageInfo":{"hasNextPage":' || (count(*) > $3)::text || ',"hasPreviousPage":false}}'
      FROM (
        SELECT
          "branches_groups"."page_row",
          '{"cursor":"' || translate(encode(convert_to(json_build_array('66423e36', "branches_groups"."page_key_1", "branches_groups"."page_key_2", "branches_groups"."page_key_3")::text, 'UTF8'), 'base64'), E'\n', '') || '","node":{"key":{"category":' || coalesce('"' || "branches_groups"."key.category" || '"', 'null') || ',"societyKind":' || coalesce('"' || "branches_groups"."key.societyKind" || '"', 'null') || '},"count":' || "branches_groups"."count"::text || ',"min":{"statusSince":' || coalesce('"' || "branches_groups"."min.statusSince"::text || '"', 'null') || '}}}' AS "page_edges"
        FROM (
          SELECT "branches_groups".*, row_number() OVER () AS "page_row"
          FROM (
            SELECT "branches_groups".*, ("branches_groups"."count")::text AS "page_key_1", ("branches_groups"."key.category")::text AS "page_key_2", ("branches_groups"."key.societyKind")::text AS "page_key_3"
            FROM "branches_groups"
            WHERE ("branches_groups"."count" >= $2 OR ("branches_groups"."max.statusSince" IS NULL) IS NOT TRUE)
            ORDER BY "branches_groups"."count" DESC, "branches_groups"."key.category", "branches_groups"."key.societyKind"
            LIMIT $3::bigint + 1
          ) AS "branches_groups"
        ) AS "branches_groups"
      ) AS "page"
    ) || '}'
  ) AS "branches"
