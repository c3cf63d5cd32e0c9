SELECT
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
    FROM (
      SELECT
        '{"activityCompliance":' || (
          SELECT '[' || coalesce(string_agg('{"year":' || "branches_activityCompliance"."year"::text || ',"collectiveCount":' || "branches_activityCompliance"."collective_count"::text || ',"isMet":' || "branches_activityCompliance"."is_met"::text || '}', ','), '') || ']'
          FROM (
            SELECT "branches_activityCompliance".*
            FROM graph.activity_compliance AS "branches_activityCompliance"
            WHERE "branches_activityCompliance"."branch_id" = "branches"."id" AND "branches_activityCompliance"."year" = $1
            ORDER BY "branches_activityCompliance"."year" DESC
          ) AS "branches_activityCompliance"
        ) || ',"members":' || (
          SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
          FROM (
            SELECT
              '{"joinedOn":' || coalesce('"' || "branches_members"."joined_on"::text || '"', 'null') || ',"status":"' || "branches_members"."status" || '"}' AS "page_nodes"
            FROM (
              SELECT "branches_members".*
              FROM graph.member AS "branches_members"
              WHERE "branches_members"."branch_id" = "branches"."id" AND "branches_members"."is_present"
              ORDER BY "branches_members"."joined_on", "branches_members"."id"
              LIMIT $2
            ) AS "branches_members"
          ) AS "page"
        ) || '}' AS "page_nodes"
      FROM (
        SELECT "branches".*
        FROM graph.branch AS "branches"
        WHERE EXISTS (
          SELECT
          FROM graph.member AS "branches_members"
          WHERE "branches_members"."branch_id" = "branches"."id" AND "branches_members"."is_present"
        ) = $3
        ORDER BY "branches"."id"
        LIMIT $4
      ) AS "branches"
    ) AS "page"
  ) AS "branches"
