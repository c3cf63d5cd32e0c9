SELECT
  (
    SELECT '{"nameZh":' || to_json("indicator"."name_zh")::text || ',"values":' || (
      WITH "indicator_values" AS (
        SELECT "indicator_values".*
        FROM mart.indicator_comparison("indicator"."id", $1, $2, $3, NULL::text, NULL::text, $4, NULL::timestamptz, $5, $6, NULL::date, NULL::text) AS "indicator_values"
        WHERE "indicator_values"."value" > $7
      )
      SELECT '{"totalCount":' || (
        SELECT count(*)::text
        FROM "indicator_values"
      ) || ',"pageInfo":{"hasNextPage":' || (count(*) > $8)::text || '},"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row") FILTER (WHERE "page"."page_row" <= $8), '') || ']}'
      FROM (
        SELECT
          "indicator_values"."page_row",
          '{"key":{"discipline":' || CASE WHEN "indicator_values_discipline"."code" IS NULL THEN 'null' ELSE '{"name":' || to_json("indicator_values_discipline"."name")::text || '}' END || ',"category":' || coalesce('"' || "indicator_values"."category" || '"', 'null') || '},"subtotalOf":' || to_json("indicator_values"."subtotal_of")::text || ',"periodFrom":"' || "indicator_values"."period_from"::text || '","periodTo":"' || "indicator_values"."period_to"::text || '","asOf":' || coalesce('"' || "indicator_values"."as_of"::text || '"', 'null') || ',"numerator":' || coalesce("indicator_values"."numerator"::text, 'null') || ',"denominator":' || coalesce("indicator_values"."denominator"::text, 'null') || ',"value":' || coalesce("indicator_values"."value"::text, 'null') || ',"isSuppressed":' || "indicator_values"."is_suppressed"::text || ',"ruleSetCode":' || coalesce(to_json("indicator_values"."rule_set_code")::text, 'null') || ',"compared":{"periodFrom":' || coalesce('"' || "indicator_values"."compared_from"::text || '"', 'null') || ',"periodTo":' || coalesce('"' || "indicator_values"."compared_to"::text || '"', 'null') || ',"ruleSetCode":' || coalesce(to_json("indicator_values"."compared_rule_set_code")::text, 'null') || ',"numerator":' || coalesce("indicator_values"."compared_numerator"::text, 'null') || ',"denominator":' || coalesce("indicator_values"."compared_denominator"::text, 'null') || ',"value":' || coalesce("indicator_values"."compared_value"::text, 'null') || ',"difference":' || coalesce("indicator_values"."difference"::text, 'null') || '},"rows":' || (
            WITH "indicator_values_rows" AS (
              SELECT "indicator_values_rows".*
              FROM mart.indicator_rows("indicator_values"."indicator_id", "indicator_values"."period_from", "indicator_values"."period_to", "indicator_values"."rule_set_code", "indicator_values"."asked_filter", "indicator_values"."key", "indicator_values"."asked_at") AS "indicator_values_rows"
            )
            SELECT '{"totalCount":' || (
              SELECT count(*)::text
              FROM "indicator_values_rows"
            ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
            FROM (
              SELECT
                "indicator_values_rows"."page_row",
                '{"numerator":' || "indicator_values_rows"."numerator"::text || ',"denominator":' || "indicator_values_rows"."denominator"::text || ',"society":' || CASE WHEN "indicator_values_rows_society"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("indicator_values_rows_society"."name")::text || '}' END || ',"branch":' || CASE WHEN "indicator_values_rows_branch"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("indicator_values_rows_branch"."name")::text || '}' END || '}' AS "page_nodes"
              FROM (
                SELECT "indicator_values_rows".*, row_number() OVER () AS "page_row"
                FROM (
                  SELECT "indicator_values_rows".*
                  FROM "indicator_values_rows"
                  ORDER BY "indicator_values_rows"."position"
                  LIMIT $9
                ) AS "indicator_values_rows"
              ) AS "indicator_values_rows"
              LEFT JOIN graph.society AS "indicator_values_rows_society" ON "indicator_values_rows_society"."id" = "indicator_values_rows"."society_id"
              LEFT JOIN graph.branch AS "indicator_values_rows_branch" ON "indicator_values_rows_branch"."id" = "indicator_values_rows"."branch_id"
            ) AS "page"
          ) || '}' AS "page_nodes"
        FROM (
          SELECT "indicator_values".*, row_number() OVER () AS "page_row"
          FROM (
            SELECT "indicator_values".*
            FROM "indicator_values"
            ORDER BY "indicator_values"."value" DESC, "indicator_values"."position"
            LIMIT $8::bigint + 1
          ) AS "indicator_values"
        ) AS "indicator_values"
        LEFT JOIN graph.discipline AS "indicator_values_discipline" ON "indicator_values_discipline"."code" = "indicator_values"."discipline_code"
      ) AS "page"
    ) || '}'
    FROM mart.indicator AS "indicator"
    WHERE "indicator"."id" = $10
  ) AS "indicator"
