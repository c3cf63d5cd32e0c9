SELECT
  (
    SELECT '{"pageInfo":{"hasPreviousPage":' || (count(*) > $1)::text || '},"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row" DESC) FILTER (WHERE "page"."page_row" <= $1), '') || ']}'
    FROM (
      SELECT
        "coverage"."page_row",
        '{"key":{"month":' || coalesce('"' || "coverage"."month"::text || '"', 'null') || '},"societies":' || "coverage"."societies"::text || '}' AS "page_nodes"
      FROM (
        SELECT "coverage".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "coverage".*
          FROM (
            SELECT NULL::text AS "category", NULL::bigint AS "committee_id", NULL::text AS "discipline_code", NULL::text AS "level", "coverage_rows"."month", NULL::text AS "society_kind",
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
            FROM mart.coverage_by_discipline_history AS "coverage_rows"
            WHERE "coverage_rows"."is_default_rule_set"
            GROUP BY "coverage_rows"."month"
          ) AS "coverage"
          ORDER BY "coverage"."month" DESC
          LIMIT $1::bigint + 1
        ) AS "coverage"
      ) AS "coverage"
    ) AS "page"
  ) AS "coverage"
