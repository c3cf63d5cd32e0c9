SELECT
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
    FROM (
      SELECT
        "coverage"."page_row",
        '{"key":{"committee":' || CASE WHEN "coverage_committee"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("coverage_committee"."name")::text || '}' END || ',"societyKind":' || coalesce('"' || "coverage"."society_kind" || '"', 'null') || ',"month":' || coalesce('"' || "coverage"."month"::text || '"', 'null') || ',"level":' || coalesce('"' || "coverage"."level" || '"', 'null') || ',"discipline":' || CASE WHEN "coverage_discipline"."code" IS NULL THEN 'null' ELSE '{"name":' || to_json("coverage_discipline"."name")::text || '}' END || '},"societies":' || "coverage"."societies"::text || ',"workCoverage":{"numerator":' || "coverage"."work_coverage_numerator"::text || ',"denominator":' || "coverage"."work_coverage_denominator"::text || '}}' AS "page_nodes"
      FROM (
        SELECT "coverage".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "coverage".*
          FROM (
            SELECT NULL::text AS "category", "coverage_rows"."committee_id", "coverage_rows"."discipline_code", "coverage_rows"."level", "coverage_rows"."month", "coverage_rows"."society_kind",
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
            WHERE "coverage_rows"."is_default_rule_set" AND ("coverage_rows"."society_kind" = ANY ($1) OR "coverage_rows"."category" = $2)
            GROUP BY "coverage_rows"."committee_id", "coverage_rows"."discipline_code", "coverage_rows"."level", "coverage_rows"."month", "coverage_rows"."society_kind"
          ) AS "coverage"
          LEFT JOIN graph.committee AS "coverage_committee" ON "coverage_committee"."id" = "coverage"."committee_id"
          ORDER BY "coverage_committee"."name", "coverage"."societies" DESC, "coverage"."committee_id", "coverage"."society_kind", "coverage"."month", "coverage"."level", "coverage"."discipline_code"
          LIMIT $3
        ) AS "coverage"
      ) AS "coverage"
      LEFT JOIN graph.committee AS "coverage_committee" ON "coverage_committee"."id" = "coverage"."committee_id"
      LEFT JOIN graph.discipline AS "coverage_discipline" ON "coverage_discipline"."code" = "coverage"."discipline_code"
    ) AS "page"
  ) AS "coverage"
