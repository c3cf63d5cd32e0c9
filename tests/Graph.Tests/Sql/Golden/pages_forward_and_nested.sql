SELECT
  (
    SELECT '{"edges":[' || coalesce(string_agg("page"."page_edges", ',' ORDER BY "page"."page_row"), '') || ']}'
    FROM (
      SELECT
        "committees"."page_row",
        '{"node":{"name":' || to_json("committees"."name")::text || ',"level":"' || "committees"."level" || '","parent":' || CASE WHEN "committees_parent"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("committees_parent"."name")::text || '}' END || ',"children":' || (
          SELECT '{"totalCount":' || (
            SELECT count(*)::text
            FROM graph.committee AS "committees_children"
            JOIN graph.committee_parent AS "committees_children_via1" ON "committees_children"."id" = "committees_children_via1"."committee_id"
            WHERE "committees_children_via1"."parent_id" = "committees"."id" AND ("committees_children_via1"."valid_during" @> graph.today()) IS TRUE
          ) || '}'
        ) || ',"branches":' || (
          SELECT '{"pageInfo":{"hasNextPage":' || (count(*) > $1)::text || ',"hasPreviousPage":false},"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row") FILTER (WHERE "page"."page_row" <= $1), '') || ']}'
          FROM (
            SELECT
              "committees_branches"."page_row",
              '{"name":' || to_json("committees_branches"."name")::text || ',"society":' || CASE WHEN "committees_branches_society"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("committees_branches_society"."name")::text || '}' END || ',"societies":' || (
                SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
                FROM (
                  SELECT
                    '{"name":' || to_json("committees_branches_societies"."name")::text || '}' AS "page_nodes"
                  FROM (
                    SELECT "committees_branches_societies".*
                    FROM graph.society AS "committees_branches_societies"
                    JOIN graph.branch_society AS "committees_branches_societies_via1" ON "committees_branches_societies"."id" = "committees_branches_societies_via1"."society_id"
                    WHERE "committees_branches_societies_via1"."branch_id" = "committees_branches"."id"
                    ORDER BY "committees_branches_societies"."id"
                    LIMIT $2
                  ) AS "committees_branches_societies"
                ) AS "page"
              ) || '}' AS "page_nodes"
            FROM (
              SELECT "committees_branches".*, row_number() OVER () AS "page_row"
              FROM (
                SELECT "committees_branches".*
                FROM graph.branch AS "committees_branches"
                LEFT JOIN graph.branch_society AS "committees_branches_society_via1" ON "committees_branches_society_via1"."branch_id" = "committees_branches"."id" AND "committees_branches_society_via1"."is_lead"
                LEFT JOIN graph.society AS "committees_branches_society" ON "committees_branches_society"."id" = "committees_branches_society_via1"."society_id"
                WHERE "committees_branches"."committee_id" = "committees"."id"
                ORDER BY "committees_branches_society"."name", "committees_branches"."id"
                LIMIT $1::bigint + 1
              ) AS "committees_branches"
            ) AS "committees_branches"
            LEFT JOIN graph.branch_society AS "committees_branches_society_via1" ON "committees_branches_society_via1"."branch_id" = "committees_branches"."id" AND "committees_branches_society_via1"."is_lead"
            LEFT JOIN graph.society AS "committees_branches_society" ON "committees_branches_society"."id" = "committees_branches_society_via1"."society_id"
          ) AS "page"
        ) || '}}' AS "page_edges"
      FROM (
        SELECT "committees".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "committees".*
          FROM graph.committee AS "committees"
          ORDER BY "committees"."id"
          LIMIT $3
        ) AS "committees"
      ) AS "committees"
      LEFT JOIN graph.committee_parent AS "committees_parent_via1" ON "committees_parent_via1"."committee_id" = "committees"."id" AND ("committees_parent_via1"."valid_during" @> graph.today()) IS TRUE
      LEFT JOIN graph.committee AS "committees_parent" ON "committees_parent"."id" = "committees_parent_via1"."parent_id"
    ) AS "page"
  ) AS "committees"
