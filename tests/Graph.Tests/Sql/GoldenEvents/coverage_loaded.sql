SELECT
  (
    SELECT '{"asOf":"' || "coverageLoaded"."as_of"::text || '","ruleSets":' || (
      SELECT '[' || coalesce(string_agg('{"code":' || to_json("coverageLoaded_ruleSets"."code")::text || ',"title":' || to_json("coverageLoaded_ruleSets"."title")::text || ',"isDefault":' || "coverageLoaded_ruleSets"."is_default"::text || '}', ','), '') || ']'
      FROM (
        SELECT "coverageLoaded_ruleSets".*
        FROM mart.coverage_load_rule_set AS "coverageLoaded_ruleSets"
        WHERE "coverageLoaded_ruleSets"."load_id" = "coverageLoaded"."id"
        ORDER BY "coverageLoaded_ruleSets"."code"
      ) AS "coverageLoaded_ruleSets"
    ) || '}'
    FROM mart.coverage_load AS "coverageLoaded"
    WHERE "coverageLoaded"."id" = $1
  ) AS "coverageLoaded"
