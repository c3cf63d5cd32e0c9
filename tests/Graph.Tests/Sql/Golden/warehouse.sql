SELECT
  (
    SELECT '{"asOf":' || coalesce('"' || "warehouse"."as_of"::text || '"', 'null') || ',"ruleSets":' || (
      SELECT '[' || coalesce(string_agg('{"code":' || to_json("warehouse_ruleSets"."code")::text || ',"isDefault":' || "warehouse_ruleSets"."is_default"::text || '}', ','), '') || ']'
      FROM (
        SELECT "warehouse_ruleSets".*
        FROM mart.rule_set AS "warehouse_ruleSets"
        WHERE "warehouse_ruleSets"."warehouse_id" = "warehouse"."id"
        ORDER BY "warehouse_ruleSets"."code"
      ) AS "warehouse_ruleSets"
    ) || ',"months":' || (
      SELECT '[' || coalesce(string_agg('{"month":"' || "warehouse_months"."month"::text || '","asOf":"' || "warehouse_months"."as_of"::text || '","hasCome":' || "warehouse_months"."has_come"::text || ',"isWhole":' || "warehouse_months"."is_whole"::text || '}', ','), '') || ']'
      FROM (
        SELECT "warehouse_months".*
        FROM mart.month AS "warehouse_months"
        WHERE "warehouse_months"."warehouse_id" = "warehouse"."id"
        ORDER BY "warehouse_months"."month"
      ) AS "warehouse_months"
    ) || ',"lastLoad":' || CASE WHEN "warehouse_lastLoad"."id" IS NULL THEN 'null' ELSE '{"asOf":"' || "warehouse_lastLoad"."as_of"::text || '"}' END || '}'
    FROM mart.warehouse AS "warehouse"
    LEFT JOIN mart.coverage_load AS "warehouse_lastLoad" ON "warehouse_lastLoad"."id" = "warehouse"."load_id"
  ) AS "warehouse"
