SELECT
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || '],"groups":' || (
      SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
      FROM (
        SELECT
          '{"key":{"reason":' || coalesce('"' || "register_groups"."reason" || '"', 'null') || '},"count":' || coalesce("register_groups"."count"::text, 'null') || ',"share":' || coalesce("register_groups"."share"::text, 'null') || '}' AS "page_nodes"
        FROM (
          SELECT "register_groups".*
          FROM mart.register_value($1, $2, NULL::date, $3, NULL::text, NULL::text, NULL::jsonb, NULL::timestamptz) AS "register_groups"
          ORDER BY "register_groups"."count" DESC, "register_groups"."reason", "register_groups"."position"
          LIMIT $4
        ) AS "register_groups"
      ) AS "page"
    ) || '}'
    FROM (
      SELECT
        "register"."page_row",
        '{"society":' || CASE WHEN "register_society"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("register_society"."name")::text || '}' END || ',"societyKind":' || coalesce('"' || "register"."society_kind" || '"', 'null') || ',"discipline":' || CASE WHEN "register_discipline"."code" IS NULL THEN 'null' ELSE '{"code":' || to_json("register_discipline"."code")::text || '}' END || ',"level":' || coalesce('"' || "register"."level" || '"', 'null') || ',"reason":' || coalesce('"' || "register"."reason" || '"', 'null') || ',"since":' || coalesce('"' || "register"."since"::text || '"', 'null') || ',"isWorked":' || coalesce("register"."is_worked"::text, 'null') || ',"asOf":"' || "register"."as_of"::text || '"}' AS "page_nodes"
      FROM (
        SELECT "register".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "register".*
          FROM mart.register($1, NULL::date, $3, NULL::text, NULL::text, NULL::jsonb, NULL::timestamptz) AS "register"
          ORDER BY "register"."position"
          LIMIT $5
        ) AS "register"
      ) AS "register"
      LEFT JOIN graph.society AS "register_society" ON "register_society"."id" = "register"."society_id"
      LEFT JOIN graph.discipline AS "register_discipline" ON "register_discipline"."code" = "register"."discipline_code"
    ) AS "page"
  ) AS "register"
