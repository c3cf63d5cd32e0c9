SELECT
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.branch AS "branches"
      LEFT JOIN graph.branch_category_period AS "branches_category" ON "branches_category"."branch_id" = "branches"."id" AND ("branches_category"."valid_during" @> graph.today()) IS TRUE
      WHERE ((coalesce("branches_category"."category", 'UNCLASSIFIED') = $1 AND "branches"."status" = $2)) IS NOT TRUE AND (((graph.text_grams("branches"."name") @> $3 AND "branches"."name" LIKE $4) OR EXISTS (
        SELECT
        FROM graph.society AS "branches_society"
        JOIN graph.branch_society AS "branches_society_via1" ON "branches_society"."id" = "branches_society_via1"."society_id"
        WHERE "branches_society_via1"."branch_id" = "branches"."id" AND "branches_society_via1"."is_lead" AND ("branches_society"."kind" = $5) IS NOT TRUE
      ))) IS NOT TRUE AND NOT EXISTS (
        SELECT
        FROM graph.society AS "branches_societies"
        JOIN graph.branch_society AS "branches_societies_via1" ON "branches_societies"."id" = "branches_societies_via1"."society_id"
        WHERE "branches_societies_via1"."branch_id" = "branches"."id" AND ("branches_societies"."level" = $6) IS NOT TRUE
      )
    ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
    FROM (
      SELECT
        "branches"."page_row",
        '{"name":' || to_json("branches"."name")::text || ',"category":"' || coalesce("branches_category"."category", 'UNCLASSIFIED') || '"}' AS "page_nodes"
      FROM (
        SELECT "branches".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "branches".*
          FROM graph.branch AS "branches"
          LEFT JOIN graph.branch_category_period AS "branches_category" ON "branches_category"."branch_id" = "branches"."id" AND ("branches_category"."valid_during" @> graph.today()) IS TRUE
          WHERE ((coalesce("branches_category"."category", 'UNCLASSIFIED') = $1 AND "branches"."status" = $2)) IS NOT TRUE AND (((graph.text_grams("branches"."name") @> $3 AND "branches"."name" LIKE $4) OR EXISTS (
            SELECT
            FROM graph.society AS "branches_society"
            JOIN graph.branch_society AS "branches_society_via1" ON "branches_society"."id" = "branches_society_via1"."society_id"
            WHERE "branches_society_via1"."branch_id" = "branches"."id" AND "branches_society_via1"."is_lead" AND ("branches_society"."kind" = $5) IS NOT TRUE
          ))) IS NOT TRUE AND NOT EXISTS (
            SELECT
            FROM graph.society AS "branches_societies"
            JOIN graph.branch_society AS "branches_societies_via1" ON "branches_societies"."id" = "branches_societies_via1"."society_id"
            WHERE "branches_societies_via1"."branch_id" = "branches"."id" AND ("branches_societies"."level" = $6) IS NOT TRUE
          )
          ORDER BY "branches"."id"
          LIMIT $7
        ) AS "branches"
      ) AS "branches"
      LEFT JOIN graph.branch_category_period AS "branches_category" ON "branches_category"."branch_id" = "branches"."id" AND ("branches_category"."valid_during" @> graph.today()) IS TRUE
    ) AS "page"
  ) AS "branches"
