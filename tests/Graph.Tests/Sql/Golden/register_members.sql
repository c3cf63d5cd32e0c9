SELECT
  (
    SELECT '{"groups":' || (
      SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
      FROM (
        SELECT
          '{"key":{"ageBand":' || coalesce(to_json("register_groups"."age_band")::text, 'null') || ',"sex":' || coalesce(to_json("register_groups"."sex")::text, 'null') || '},"count":' || coalesce("register_groups"."count"::text, 'null') || ',"isSuppressed":' || "register_groups"."is_suppressed"::text || '}' AS "page_nodes"
        FROM (
          SELECT "register_groups".*
          FROM mart.register_value($1, $2, NULL::date, $3, NULL::text, NULL::text, NULL::jsonb, NULL::timestamptz) AS "register_groups"
          ORDER BY "register_groups"."position"
          LIMIT $4
        ) AS "register_groups"
      ) AS "page"
    ) || '}'
  ) AS "register"
