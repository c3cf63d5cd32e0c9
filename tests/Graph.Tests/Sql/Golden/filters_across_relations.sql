SELECT
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
    FROM (
      SELECT
        '{"name":' || to_json("societies"."name")::text || ',"kind":' || coalesce('"' || "societies"."kind" || '"', 'null') || ',"branches":' || (
          SELECT '{"totalCount":' || (
            SELECT count(*)::text
            FROM graph.branch AS "societies_branches"
            JOIN graph.branch_society AS "societies_branches_via1" ON "societies_branches"."id" = "societies_branches_via1"."branch_id"
            WHERE "societies_branches_via1"."society_id" = "societies"."id"
          ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
          FROM (
            SELECT
              '{"name":' || to_json("societies_branches"."name")::text || ',"form":"' || "societies_branches"."form" || '"}' AS "page_nodes"
            FROM (
              SELECT "societies_branches".*
              FROM graph.branch AS "societies_branches"
              JOIN graph.branch_society AS "societies_branches_via1" ON "societies_branches"."id" = "societies_branches_via1"."branch_id"
              WHERE "societies_branches_via1"."society_id" = "societies"."id"
              ORDER BY "societies_branches"."id"
              LIMIT $1
            ) AS "societies_branches"
          ) AS "page"
        ) || '}' AS "page_nodes"
      FROM (
        SELECT "societies".*
        FROM graph.society AS "societies"
        LEFT JOIN graph.committee AS "societies_committee" ON "societies_committee"."id" = "societies"."committee_id"
        WHERE "societies"."kind" = ANY ($2) AND EXISTS (
          SELECT
          FROM graph.committee AS "societies_committee"
          WHERE "societies_committee"."id" = "societies"."committee_id" AND EXISTS (
            SELECT
            FROM graph.region AS "societies_committee_region"
            WHERE "societies_committee_region"."code" = "societies_committee"."region_code" AND "societies_committee_region"."code" = $3
          )
        ) AND NOT EXISTS (
          SELECT
          FROM graph.branch AS "societies_branches"
          JOIN graph.branch_society AS "societies_branches_via1" ON "societies_branches"."id" = "societies_branches_via1"."branch_id"
          WHERE "societies_branches_via1"."society_id" = "societies"."id" AND (("societies_branches"."form" = $4) IS NOT TRUE) IS NOT TRUE
        ) AND NOT EXISTS (
          SELECT
          FROM graph.branch AS "societies_branches"
          JOIN graph.branch_society AS "societies_branches_via1" ON "societies_branches"."id" = "societies_branches_via1"."branch_id"
          LEFT JOIN graph.branch_category_period AS "societies_branches_category" ON "societies_branches_category"."branch_id" = "societies_branches"."id" AND ("societies_branches_category"."valid_during" @> graph.today()) IS TRUE
          WHERE "societies_branches_via1"."society_id" = "societies"."id" AND coalesce("societies_branches_category"."category", 'UNCLASSIFIED') = $5
        ) AND EXISTS (
          SELECT
          FROM graph.branch AS "societies_branches"
          JOIN graph.branch_society AS "societies_branches_via1" ON "societies_branches"."id" = "societies_branches_via1"."branch_id"
          WHERE "societies_branches_via1"."society_id" = "societies"."id" AND "societies_branches"."status" = $6
        ) AND EXISTS (
          SELECT
          FROM graph.branch AS "societies_branches"
          JOIN graph.branch_society AS "societies_branches_via1" ON "societies_branches"."id" = "societies_branches_via1"."branch_id"
          WHERE "societies_branches_via1"."society_id" = "societies"."id"
        ) = $7
        ORDER BY "societies_committee"."name", "societies"."name" DESC, "societies"."id" DESC
        LIMIT $8
      ) AS "societies"
    ) AS "page"
  ) AS "societies"
