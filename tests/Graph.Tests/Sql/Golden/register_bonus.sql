SELECT
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || '],"groups":' || (
      SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
      FROM (
        SELECT
          '{"key":{"bonusItem":' || coalesce(to_json("register_groups"."bonus_item")::text, 'null') || ',"bonusLevel":' || coalesce('"' || "register_groups"."bonus_level" || '"', 'null') || '},"count":' || coalesce("register_groups"."count"::text, 'null') || ',"points":' || coalesce("register_groups"."points"::text, 'null') || ',"countedPoints":' || coalesce("register_groups"."counted"::text, 'null') || '}' AS "page_nodes"
        FROM (
          SELECT "register_groups".*
          FROM mart.register_value($1, $2, $3, $4, NULL::text, NULL::text, NULL::jsonb, NULL::timestamptz) AS "register_groups"
          WHERE "register_groups"."count" > $5
          ORDER BY "register_groups"."position"
          LIMIT $6
        ) AS "register_groups"
      ) AS "page"
    ) || '}'
    FROM (
      SELECT
        "register"."page_row",
        '{"year":' || coalesce("register"."year"::text, 'null') || ',"on":' || coalesce('"' || "register"."dated_on"::text || '"', 'null') || ',"committee":' || CASE WHEN "register_committee"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("register_committee"."name")::text || '}' END || ',"branch":' || CASE WHEN "register_branch"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("register_branch"."name")::text || '}' END || ',"bonusItem":' || coalesce(to_json("register"."bonus_item")::text, 'null') || ',"title":' || coalesce(to_json("register"."title")::text, 'null') || ',"bonusLevel":' || coalesce('"' || "register"."bonus_level" || '"', 'null') || ',"claimStatus":' || coalesce('"' || "register"."claim_status" || '"', 'null') || ',"points":' || coalesce("register"."points"::text, 'null') || ',"countedPoints":' || coalesce("register"."counted"::text, 'null') || ',"bonusClaim":' || CASE WHEN "register_bonusClaim"."id" IS NULL THEN 'null' ELSE '{"status":"' || "register_bonusClaim"."status" || '"}' END || '}' AS "page_nodes"
      FROM (
        SELECT "register".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "register".*
          FROM mart.register($1, $3, $4, NULL::text, NULL::text, NULL::jsonb, NULL::timestamptz) AS "register"
          LEFT JOIN graph.committee AS "register_committee" ON "register_committee"."id" = "register"."committee_id"
          ORDER BY "register_committee"."name", "register"."points" DESC, "register"."position"
          LIMIT $7
        ) AS "register"
      ) AS "register"
      LEFT JOIN graph.committee AS "register_committee" ON "register_committee"."id" = "register"."committee_id"
      LEFT JOIN graph.branch AS "register_branch" ON "register_branch"."id" = "register"."branch_id"
      LEFT JOIN graph.bonus_claim AS "register_bonusClaim" ON "register_bonusClaim"."id" = "register"."bonus_claim_id"
    ) AS "page"
  ) AS "register"
