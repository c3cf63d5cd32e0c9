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
      WHERE "coverage_rows"."rule_set_code" = $1 AND "coverage_rows"."month" = (SELECT max("coverage_rows_latest"."month")
      FROM mart.coverage_month AS "coverage_rows_latest"
      WHERE "coverage_rows_latest"."rule_set_code" = $2)
      HAVING count(*) > 0
    )
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM "coverage"
    ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
    FROM (
      SELECT
        '{"societies":' || "coverage"."societies"::text || '}' AS "page_nodes"
      FROM (
        SELECT "coverage".*
        FROM "coverage"
        ORDER BY "coverage"."month"
        LIMIT $3
      ) AS "coverage"
    ) AS "page"
  ) AS "coverage"
