SELECT
  (
    WITH "coverage" AS (
      SELECT NULL::text AS "category", NULL::bigint AS "committee_id", NULL::text AS "discipline_code", NULL::text AS "level", NULL::date AS "month", NULL::text AS "society_kind",
        sum("coverage_rows"."society_count") AS "societies",
        sum("coverage_rows"."organization_coverage_numerator") AS "organization_coverage_numerator",
        sum("coverage_rows"."organization_coverage_denominator") AS "organization_coverage_denominator",
        sum("coverage_rows"."work_coverage_numerator") AS "work_coverage_numerator",
        sum("coverage_rows"."work_coverage_denominator") AS "work_coverage_denominator",
        min("coverage_rows"."organization_definition") AS "organization_definition",
        min("coverage_rows"."organization_source") AS "organization_source",
        min("coverage_rows"."work_definition") AS "work_definition",
        min("coverage_rows"."work_source") AS "work_source",
        max("coverage_rows"."loaded_at") AS "loaded_at"
      FROM mart.coverage_by_discipline AS "coverage_rows"
      WHERE "coverage_rows"."is_default_rule_set" AND "coverage_rows"."month" = (SELECT max("coverage_rows_latest"."month")
      FROM mart.coverage_month AS "coverage_rows_latest"
      WHERE "coverage_rows_latest"."is_default_rule_set")
      HAVING count(*) > 0
    )
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM "coverage"
    ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
    FROM (
      SELECT
        '{"key":{"category":' || coalesce('"' || "coverage"."category" || '"', 'null') || ',"month":' || coalesce('"' || "coverage"."month"::text || '"', 'null') || '},"societies":' || "coverage"."societies"::text || ',"organizationCoverage":{"numerator":' || "coverage"."organization_coverage_numerator"::text || ',"denominator":' || "coverage"."organization_coverage_denominator"::text || ',"value":' || coalesce(trim_scale(round("coverage"."organization_coverage_numerator"::numeric / nullif("coverage"."organization_coverage_denominator", 0), 6))::text, 'null') || ',"definition":' || to_json("coverage"."organization_definition")::text || ',"source":' || to_json("coverage"."organization_source")::text || '},"workCoverage":{"numerator":' || "coverage"."work_coverage_numerator"::text || ',"denominator":' || "coverage"."work_coverage_denominator"::text || ',"value":' || coalesce(trim_scale(round("coverage"."work_coverage_numerator"::numeric / nullif("coverage"."work_coverage_denominator", 0), 6))::text, 'null') || ',"definition":' || to_json("coverage"."work_definition")::text || ',"source":' || to_json("coverage"."work_source")::text || '}}' AS "page_nodes"
      FROM (
        SELECT "coverage".*
        FROM "coverage"
        ORDER BY "coverage"."month"
        LIMIT $1
      ) AS "coverage"
    ) AS "page"
  ) AS "coverage"
