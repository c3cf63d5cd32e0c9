SELECT
  (
    SELECT '{"values":' || (
      SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
      FROM (
        SELECT
          '{"key":{"ageBand":' || coalesce(to_json("indicator_values"."age_band")::text, 'null') || '},"numerator":' || coalesce("indicator_values"."numerator"::text, 'null') || ',"denominator":' || coalesce("indicator_values"."denominator"::text, 'null') || ',"value":' || coalesce("indicator_values"."value"::text, 'null') || ',"isSuppressed":' || "indicator_values"."is_suppressed"::text || '}' AS "page_nodes"
        FROM (
          SELECT "indicator_values".*
          FROM mart.indicator_comparison("indicator"."id", $1, NULL::date, $2, NULL::text, NULL::text, NULL::jsonb, NULL::timestamptz, $3, NULL::text, NULL::date, NULL::text) AS "indicator_values"
          ORDER BY "indicator_values"."position"
          LIMIT $4
        ) AS "indicator_values"
      ) AS "page"
    ) || '}'
    FROM mart.indicator AS "indicator"
    WHERE "indicator"."id" = $5
  ) AS "indicator"
