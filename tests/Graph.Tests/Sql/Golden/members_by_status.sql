SELECT
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
    FROM (
      SELECT
        "branches"."page_row",
        '{"name":' || to_json("branches"."name")::text || ',"latestAssessment":' || CASE WHEN "branches_latestAssessment"."id" IS NULL THEN 'null' ELSE '{"year":' || "branches_latestAssessment"."year"::text || '}' END || ',"members":' || (
          SELECT '{"totalCount":' || (
            SELECT count(*)::text
            FROM graph.member AS "branches_members"
            WHERE "branches_members"."branch_id" = "branches"."id" AND "branches_members"."is_present" AND "branches_members"."status" = $1
          ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
          FROM (
            SELECT
              '{"status":"' || "branches_members"."status" || '"}' AS "page_nodes"
            FROM (
              SELECT "branches_members".*
              FROM graph.member AS "branches_members"
              WHERE "branches_members"."branch_id" = "branches"."id" AND "branches_members"."is_present" AND "branches_members"."status" = $1
              ORDER BY "branches_members"."id"
              LIMIT $2
            ) AS "branches_members"
          ) AS "page"
        ) || '}' AS "page_nodes"
      FROM (
        SELECT "branches".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "branches".*
          FROM graph.branch AS "branches"
          WHERE NOT EXISTS (
            SELECT
            FROM graph.member AS "branches_members"
            WHERE "branches_members"."branch_id" = "branches"."id" AND "branches_members"."is_present" AND "branches_members"."status" = $3
          ) AND EXISTS (
            SELECT
            FROM graph.member AS "branches_members"
            WHERE "branches_members"."branch_id" = "branches"."id" AND "branches_members"."is_present" AND "branches_members"."status" = $4
          )
          ORDER BY "branches"."id"
          LIMIT $5
        ) AS "branches"
      ) AS "branches"
      LEFT JOIN LATERAL (
        SELECT *
        FROM graph.assessment AS "branches_latestAssessment"
        WHERE "branches_latestAssessment"."branch_id" = "branches"."id" AND "branches_latestAssessment"."is_current"
        ORDER BY "branches_latestAssessment"."year" DESC
        LIMIT 1
      ) AS "branches_latestAssessment" ON true
    ) AS "page"
  ) AS "branches"
