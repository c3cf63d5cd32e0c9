SELECT
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
    FROM (
      SELECT
        "first"."page_row",
        '{"name":' || to_json("first"."name")::text || ',"society":' || CASE WHEN "first_society"."id" IS NULL THEN 'null' ELSE '{"kind":' || coalesce('"' || "first_society"."kind" || '"', 'null') || '}' END || '}' AS "page_nodes"
      FROM (
        SELECT "first".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "first".*
          FROM graph.branch AS "first"
          LEFT JOIN graph.branch_society AS "first_society_via1" ON "first_society_via1"."branch_id" = "first"."id" AND "first_society_via1"."is_lead"
          LEFT JOIN graph.society AS "first_society" ON "first_society"."id" = "first_society_via1"."society_id"
          ORDER BY "first_society"."kind" NULLS FIRST, "first"."name", "first"."id"
          LIMIT $1
        ) AS "first"
      ) AS "first"
      LEFT JOIN graph.branch_society AS "first_society_via1" ON "first_society_via1"."branch_id" = "first"."id" AND "first_society_via1"."is_lead"
      LEFT JOIN graph.society AS "first_society" ON "first_society"."id" = "first_society_via1"."society_id"
    ) AS "page"
  ) AS "first",
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
    FROM (
      SELECT
        "last"."page_row",
        '{"name":' || to_json("last"."name")::text || ',"latestAssessment":' || CASE WHEN "last_latestAssessment"."id" IS NULL THEN 'null' ELSE '{"totalScore":' || "last_latestAssessment"."total_score"::text || '}' END || '}' AS "page_nodes"
      FROM (
        SELECT "last".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "last".*
          FROM graph.branch AS "last"
          LEFT JOIN LATERAL (
            SELECT *
            FROM graph.assessment AS "last_latestAssessment"
            WHERE "last_latestAssessment"."branch_id" = "last"."id" AND "last_latestAssessment"."is_current"
            ORDER BY "last_latestAssessment"."year" DESC
            LIMIT 1
          ) AS "last_latestAssessment" ON true
          ORDER BY "last_latestAssessment"."total_score" DESC NULLS LAST, "last"."name", "last"."id"
          LIMIT $2
        ) AS "last"
      ) AS "last"
      LEFT JOIN LATERAL (
        SELECT *
        FROM graph.assessment AS "last_latestAssessment"
        WHERE "last_latestAssessment"."branch_id" = "last"."id" AND "last_latestAssessment"."is_current"
        ORDER BY "last_latestAssessment"."year" DESC
        LIMIT 1
      ) AS "last_latestAssessment" ON true
    ) AS "page"
  ) AS "last",
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row" DESC), '') || ']}'
    FROM (
      SELECT
        "behind"."page_row",
        '{"statusSince":' || coalesce('"' || "behind"."status_since"::text || '"', 'null') || '}' AS "page_nodes"
      FROM (
        SELECT "behind".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "behind".*
          FROM graph.branch AS "behind"
          ORDER BY "behind"."status_since" NULLS FIRST, "behind"."id"
          LIMIT $3
        ) AS "behind"
      ) AS "behind"
    ) AS "page"
  ) AS "behind"
