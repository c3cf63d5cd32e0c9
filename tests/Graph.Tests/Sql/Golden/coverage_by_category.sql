SELECT
  (
    WITH "coverage" AS (
      SELECT "coverage_rows"."category", NULL::bigint AS "committee_id", NULL::text AS "discipline_code", NULL::text AS "level", NULL::date AS "month", NULL::text AS "society_kind",
        sum("coverage_rows"."society_count") AS "societies",
        sum("coverage_rows"."organization_coverage_numerator") AS "organization_coverage_numerator",
        sum("coverage_rows"."organization_coverage_denominator") AS "organization_coverage_denominator",
        sum("coverage_rows"."work_coverage_numerator") AS "work_coverage_numerator",
        sum("coverage_rows"."work_coverage_denominator") AS "work_coverage_denominator",
        sum("coverage_rows"."strong_coverage_numerator") AS "strong_coverage_numerator",
        sum("coverage_rows"."strong_coverage_denominator") AS "strong_coverage_denominator",
        sum("coverage_rows"."effective_coverage_numerator") AS "effective_coverage_numerator",
        sum("coverage_rows"."effective_coverage_denominator") AS "effective_coverage_denominator",
        sum("coverage_rows"."denominator_all") AS "denominator_all",
        sum("coverage_rows"."organization_numerator_all") AS "organization_numerator_all",
        sum("coverage_rows"."work_numerator_all") AS "work_numerator_all",
        sum("coverage_rows"."denominator_operating") AS "denominator_operating",
        sum("coverage_rows"."organization_numerator_operating") AS "organization_numerator_operating",
        sum("coverage_rows"."work_numerator_operating") AS "work_numerator_operating",
        sum("coverage_rows"."denominator_with_members") AS "denominator_with_members",
        sum("coverage_rows"."organization_numerator_with_members") AS "organization_numerator_with_members",
        sum("coverage_rows"."work_numerator_with_members") AS "work_numerator_with_members",
        sum("coverage_rows"."denominator_should_build") AS "denominator_should_build",
        sum("coverage_rows"."organization_numerator_should_build") AS "organization_numerator_should_build",
        sum("coverage_rows"."work_numerator_should_build") AS "work_numerator_should_build",
        min("coverage_rows"."organization_definition") AS "organization_definition",
        min("coverage_rows"."organization_source") AS "organization_source",
        min("coverage_rows"."work_definition") AS "work_definition",
        min("coverage_rows"."work_source") AS "work_source",
        min("coverage_rows"."strong_definition") AS "strong_definition",
        min("coverage_rows"."strong_source") AS "strong_source",
        min("coverage_rows"."effective_definition") AS "effective_definition",
        min("coverage_rows"."effective_source") AS "effective_source",
        max("coverage_rows"."loaded_at") AS "loaded_at"
      FROM mart.coverage_history AS "coverage_rows"
      WHERE "coverage_rows"."rule_set_code" = (SELECT mart.known_rule_set($1)) AND "coverage_rows"."month" = (SELECT "coverage_rows_latest"."month"
      FROM mart.coverage_month AS "coverage_rows_latest"
      WHERE "coverage_rows_latest"."rule_set_code" = (SELECT mart.known_rule_set($2)) AND "coverage_rows_latest"."has_come"
      ORDER BY "coverage_rows_latest"."month" DESC
      LIMIT 1)
      GROUP BY "coverage_rows"."category"
    )
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM "coverage"
    ) || ',"pageInfo":{"hasNextPage":' || (count(*) > $3)::text || '},"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row") FILTER (WHERE "page"."page_row" <= $3), '') || ']}'
    FROM (
      SELECT
        "coverage"."page_row",
        '{"key":{"category":' || coalesce('"' || "coverage"."category" || '"', 'null') || ',"committee":' || CASE WHEN "coverage_committee"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("coverage_committee"."name")::text || '}' END || '},"societies":' || "coverage"."societies"::text || ',"organizationCoverage":{"numerator":' || "coverage"."organization_coverage_numerator"::text || ',"denominator":' || "coverage"."organization_coverage_denominator"::text || ',"value":' || coalesce(trim_scale(round("coverage"."organization_coverage_numerator"::numeric / nullif("coverage"."organization_coverage_denominator", 0), 6))::text, 'null') || '}}' AS "page_nodes"
      FROM (
        SELECT "coverage".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "coverage".*
          FROM "coverage"
          ORDER BY trim_scale(round("coverage"."organization_coverage_numerator"::numeric / nullif("coverage"."organization_coverage_denominator", 0), 6)), "coverage"."category" DESC, "coverage"."category"
          LIMIT $3::bigint + 1
        ) AS "coverage"
      ) AS "coverage"
      LEFT JOIN graph.committee AS "coverage_committee" ON "coverage_committee"."id" = "coverage"."committee_id"
    ) AS "page"
  ) AS "coverage"
