SELECT
  (
    WITH "coverage" AS (
      SELECT NULL::text AS "category", NULL::bigint AS "committee_id", NULL::text AS "discipline_code", NULL::text AS "level", NULL::date AS "month", NULL::text AS "society_kind",
        coalesce(sum("coverage_rows"."society_count"), 0) AS "societies",
        coalesce(sum("coverage_rows"."organization_coverage_numerator"), 0) AS "organization_coverage_numerator",
        coalesce(sum("coverage_rows"."organization_coverage_denominator"), 0) AS "organization_coverage_denominator",
        coalesce(sum("coverage_rows"."work_coverage_numerator"), 0) AS "work_coverage_numerator",
        coalesce(sum("coverage_rows"."work_coverage_denominator"), 0) AS "work_coverage_denominator",
        coalesce(sum("coverage_rows"."strong_coverage_numerator"), 0) AS "strong_coverage_numerator",
        coalesce(sum("coverage_rows"."strong_coverage_denominator"), 0) AS "strong_coverage_denominator",
        coalesce(sum("coverage_rows"."effective_coverage_numerator"), 0) AS "effective_coverage_numerator",
        coalesce(sum("coverage_rows"."effective_coverage_denominator"), 0) AS "effective_coverage_denominator",
        coalesce(sum("coverage_rows"."denominator_all"), 0) AS "denominator_all",
        coalesce(sum("coverage_rows"."organization_numerator_all"), 0) AS "organization_numerator_all",
        coalesce(sum("coverage_rows"."work_numerator_all"), 0) AS "work_numerator_all",
        coalesce(sum("coverage_rows"."denominator_operating"), 0) AS "denominator_operating",
        coalesce(sum("coverage_rows"."organization_numerator_operating"), 0) AS "organization_numerator_operating",
        coalesce(sum("coverage_rows"."work_numerator_operating"), 0) AS "work_numerator_operating",
        coalesce(sum("coverage_rows"."denominator_with_members"), 0) AS "denominator_with_members",
        coalesce(sum("coverage_rows"."organization_numerator_with_members"), 0) AS "organization_numerator_with_members",
        coalesce(sum("coverage_rows"."work_numerator_with_members"), 0) AS "work_numerator_with_members",
        coalesce(sum("coverage_rows"."denominator_should_build"), 0) AS "denominator_should_build",
        coalesce(sum("coverage_rows"."organization_numerator_should_build"), 0) AS "organization_numerator_should_build",
        coalesce(sum("coverage_rows"."work_numerator_should_build"), 0) AS "work_numerator_should_build",
        coalesce(min("coverage_rows"."organization_definition"), (SELECT max("coverage_rule_set"."organization_definition")
      FROM mart.rule_set AS "coverage_rule_set"
      WHERE "coverage_rule_set"."is_default")) AS "organization_definition",
        coalesce(min("coverage_rows"."organization_source"), (SELECT max("coverage_rule_set"."organization_source")
      FROM mart.rule_set AS "coverage_rule_set"
      WHERE "coverage_rule_set"."is_default")) AS "organization_source",
        coalesce(min("coverage_rows"."work_definition"), (SELECT max("coverage_rule_set"."work_definition")
      FROM mart.rule_set AS "coverage_rule_set"
      WHERE "coverage_rule_set"."is_default")) AS "work_definition",
        coalesce(min("coverage_rows"."work_source"), (SELECT max("coverage_rule_set"."work_source")
      FROM mart.rule_set AS "coverage_rule_set"
      WHERE "coverage_rule_set"."is_default")) AS "work_source",
        coalesce(min("coverage_rows"."strong_definition"), (SELECT max("coverage_rule_set"."strong_definition")
      FROM mart.rule_set AS "coverage_rule_set"
      WHERE "coverage_rule_set"."is_default")) AS "strong_definition",
        coalesce(min("coverage_rows"."strong_source"), (SELECT max("coverage_rule_set"."strong_source")
      FROM mart.rule_set AS "coverage_rule_set"
      WHERE "coverage_rule_set"."is_default")) AS "strong_source",
        coalesce(min("coverage_rows"."effective_definition"), (SELECT max("coverage_rule_set"."effective_definition")
      FROM mart.rule_set AS "coverage_rule_set"
      WHERE "coverage_rule_set"."is_default")) AS "effective_definition",
        coalesce(min("coverage_rows"."effective_source"), (SELECT max("coverage_rule_set"."effective_source")
      FROM mart.rule_set AS "coverage_rule_set"
      WHERE "coverage_rule_set"."is_default")) AS "effective_source",
        coalesce(max("coverage_rows"."loaded_at"), (SELECT max("coverage_rule_set"."loaded_at")
      FROM mart.rule_set AS "coverage_rule_set"
      WHERE "coverage_rule_set"."is_default")) AS "loaded_at"
      FROM mart.coverage_history AS "coverage_rows"
      WHERE "coverage_rows"."is_default_rule_set" AND "coverage_rows"."month" = (SELECT "coverage_rows_latest"."month"
      FROM mart.coverage_month AS "coverage_rows_latest"
      WHERE "coverage_rows_latest"."is_default_rule_set" AND "coverage_rows_latest"."has_come"
      ORDER BY "coverage_rows_latest"."month" DESC
      LIMIT 1) AND "coverage_rows"."society_id" = $1
      HAVING (SELECT max("coverage_rule_set"."loaded_at")
      FROM mart.rule_set AS "coverage_rule_set"
      WHERE "coverage_rule_set"."is_default") IS NOT NULL
    )
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM "coverage"
    ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
    FROM (
      SELECT
        '{"societies":' || "coverage"."societies"::text || ',"organizationCoverage":{"numerator":' || "coverage"."organization_coverage_numerator"::text || ',"denominator":' || "coverage"."organization_coverage_denominator"::text || ',"value":' || coalesce(trim_scale(round("coverage"."organization_coverage_numerator"::numeric / nullif("coverage"."organization_coverage_denominator", 0), 6))::text, 'null') || ',"definition":' || to_json("coverage"."organization_definition")::text || ',"source":' || to_json("coverage"."organization_source")::text || '}}' AS "page_nodes"
      FROM (
        SELECT "coverage".*
        FROM "coverage"
        ORDER BY "coverage"."month"
        LIMIT $2
      ) AS "coverage"
    ) AS "page"
  ) AS "coverage"
