SELECT
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || '],"groups":' || (
      SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
      FROM (
        SELECT
          '{"key":{"kind":' || coalesce('"' || "register_groups"."kind" || '"', 'null') || '},"count":' || coalesce("register_groups"."count"::text, 'null') || ',"share":' || coalesce("register_groups"."share"::text, 'null') || ',"ledgered":' || coalesce("register_groups"."ledgered"::text, 'null') || ',"closed":' || coalesce("register_groups"."closed"::text, 'null') || ',"notified":' || coalesce("register_groups"."notified"::text, 'null') || ',"late":' || coalesce("register_groups"."late"::text, 'null') || ',"meanDaysOpen":' || coalesce("register_groups"."mean_days_open"::text, 'null') || '}' AS "page_nodes"
        FROM (
          SELECT "register_groups".*
          FROM mart.register_value($1, $2, $3, $4, NULL::text, NULL::text, $5, NULL::timestamptz) AS "register_groups"
          ORDER BY "register_groups"."count" DESC, "register_groups"."position"
          LIMIT $6
        ) AS "register_groups"
      ) AS "page"
    ) || '}'
    FROM (
      SELECT
        "register"."page_row",
        '{"on":' || coalesce('"' || "register"."dated_on"::text || '"', 'null') || ',"kind":' || coalesce('"' || "register"."kind" || '"', 'null') || ',"stage":' || coalesce('"' || "register"."stage" || '"', 'null') || ',"closedOn":' || coalesce('"' || "register"."closed_on"::text || '"', 'null') || ',"branch":' || CASE WHEN "register_branch"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("register_branch"."name")::text || '}' END || ',"rectification":' || CASE WHEN "register_rectification"."id" IS NULL THEN 'null' ELSE '{"problem":' || to_json("register_rectification"."problem")::text || '}' END || '}' AS "page_nodes"
      FROM (
        SELECT "register".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "register".*
          FROM mart.register($1, $3, $4, NULL::text, NULL::text, $5, NULL::timestamptz) AS "register"
          ORDER BY "register"."position"
          LIMIT $7
        ) AS "register"
      ) AS "register"
      LEFT JOIN graph.branch AS "register_branch" ON "register_branch"."id" = "register"."branch_id"
      LEFT JOIN graph.rectification AS "register_rectification" ON "register_rectification"."id" = "register"."rectification_id"
    ) AS "page"
  ) AS "register"
