SELECT
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
    FROM (
      SELECT
        "branches"."page_row",
        '{"permissions":' || (
          SELECT '[' || coalesce(string_agg('{"permission":"' || "branches_permissions"."permission" || '","clause":' || to_json("branches_permissions"."clause")::text || ',"clauses":' || (
            SELECT '[' || coalesce(string_agg('{"citation":' || to_json("branches_permissions_clauses"."citation")::text || '}', ','), '') || ']'
            FROM (
              SELECT "branches_permissions_clauses".*
              FROM graph.clauses_of("branches_permissions"."clause") AS "branches_permissions_clauses"
              ORDER BY "branches_permissions_clauses"."position"
            ) AS "branches_permissions_clauses"
          ) || '}', ','), '') || ']'
          FROM (
            SELECT "branches_permissions".*
            FROM graph.branch_permission AS "branches_permissions"
            WHERE "branches_permissions"."branch_id" = "branches"."id"
            ORDER BY "branches_permissions"."permission"
          ) AS "branches_permissions"
        ) || ',"derivedCategory":' || CASE WHEN "branches_derivedCategory"."branch_id" IS NULL THEN 'null' ELSE '{"category":"' || "branches_derivedCategory"."category" || '","clause":' || to_json("branches_derivedCategory"."clause")::text || ',"clauses":' || (
          SELECT '[' || coalesce(string_agg('{"code":' || to_json("branches_derivedCategory_clauses"."code")::text || ',"heading":' || to_json("branches_derivedCategory_clauses"."heading")::text || '}', ','), '') || ']'
          FROM (
            SELECT "branches_derivedCategory_clauses".*
            FROM graph.clauses_of("branches_derivedCategory"."clause") AS "branches_derivedCategory_clauses"
            ORDER BY "branches_derivedCategory_clauses"."position"
          ) AS "branches_derivedCategory_clauses"
        ) || '}' END || ',"upgradePath":' || (
          SELECT '[' || coalesce(string_agg('{"condition":"' || "branches_upgradePath"."condition" || '","clauses":' || (
            SELECT '[' || coalesce(string_agg('{"citation":' || to_json("branches_upgradePath_clauses"."citation")::text || '}', ','), '') || ']'
            FROM (
              SELECT "branches_upgradePath_clauses".*
              FROM graph.clauses_of("branches_upgradePath"."clause") AS "branches_upgradePath_clauses"
              ORDER BY "branches_upgradePath_clauses"."position"
            ) AS "branches_upgradePath_clauses"
          ) || '}', ','), '') || ']'
          FROM (
            SELECT "branches_upgradePath".*
            FROM graph.branch_upgrade_condition AS "branches_upgradePath"
            WHERE "branches_upgradePath"."branch_id" = "branches"."id"
            ORDER BY "branches_upgradePath"."position"
          ) AS "branches_upgradePath"
        ) || ',"activityCompliance":' || (
          SELECT '[' || coalesce(string_agg('{"year":' || "branches_activityCompliance"."year"::text || ',"clauses":' || (
            SELECT '[' || coalesce(string_agg('{"citation":' || to_json("branches_activityCompliance_clauses"."citation")::text || '}', ','), '') || ']'
            FROM (
              SELECT "branches_activityCompliance_clauses".*
              FROM graph.clauses_of("branches_activityCompliance"."clause") AS "branches_activityCompliance_clauses"
              ORDER BY "branches_activityCompliance_clauses"."position"
            ) AS "branches_activityCompliance_clauses"
          ) || '}', ','), '') || ']'
          FROM (
            SELECT "branches_activityCompliance".*
            FROM graph.activity_compliance AS "branches_activityCompliance"
            WHERE "branches_activityCompliance"."branch_id" = "branches"."id"
            ORDER BY "branches_activityCompliance"."year" DESC
          ) AS "branches_activityCompliance"
        ) || '}' AS "page_nodes"
      FROM (
        SELECT "branches".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "branches".*
          FROM graph.branch AS "branches"
          ORDER BY "branches"."name", "branches"."id"
          LIMIT $1
        ) AS "branches"
      ) AS "branches"
      LEFT JOIN graph.branch_derived_category AS "branches_derivedCategory" ON "branches_derivedCategory"."branch_id" = "branches"."id"
    ) AS "page"
  ) AS "branches"
