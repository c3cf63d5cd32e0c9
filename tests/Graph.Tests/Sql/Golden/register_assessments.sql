SELECT
  (
    WITH "register" AS (
      SELECT "register".*
      FROM mart.register($1, $2, $3, NULL::text, NULL::text, $4, NULL::timestamptz) AS "register"
    )
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM "register"
    ) || ',"pageInfo":{"hasNextPage":' || (count(*) > $5)::text || '},"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row") FILTER (WHERE "page"."page_row" <= $5), '') || '],"groups":' || (
      WITH "register_groups" AS (
        SELECT "register_groups".*
        FROM mart.register_value($1, $6, $2, $3, NULL::text, NULL::text, $4, NULL::timestamptz) AS "register_groups"
      )
      SELECT '{"totalCount":' || (
        SELECT count(*)::text
        FROM "register_groups"
      ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
      FROM (
        SELECT
          '{"key":{"grade":' || coalesce('"' || "register_groups"."grade" || '"', 'null') || ',"scoreBand":' || coalesce("register_groups"."score_band"::text, 'null') || '},"periodFrom":"' || "register_groups"."period_from"::text || '","periodTo":"' || "register_groups"."period_to"::text || '","count":' || coalesce("register_groups"."count"::text, 'null') || ',"share":' || coalesce("register_groups"."share"::text, 'null') || ',"meanFixedScore":' || coalesce("register_groups"."mean_fixed"::text, 'null') || ',"meanBonusScore":' || coalesce("register_groups"."mean_bonus"::text, 'null') || ',"meanTotalScore":' || coalesce("register_groups"."mean_total"::text, 'null') || '}' AS "page_nodes"
        FROM (
          SELECT "register_groups".*
          FROM "register_groups"
          ORDER BY "register_groups"."count" DESC, "register_groups"."position"
          LIMIT $7
        ) AS "register_groups"
      ) AS "page"
    ) || '}'
    FROM (
      SELECT
        "register"."page_row",
        '{"rank":' || coalesce("register"."rank"::text, 'null') || ',"year":' || coalesce("register"."year"::text, 'null') || ',"on":' || coalesce('"' || "register"."dated_on"::text || '"', 'null') || ',"branch":' || CASE WHEN "register_branch"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("register_branch"."name")::text || '}' END || ',"grade":' || coalesce('"' || "register"."grade" || '"', 'null') || ',"gradeBasis":' || coalesce('"' || "register"."grade_basis" || '"', 'null') || ',"fixedScore":' || coalesce("register"."fixed"::text, 'null') || ',"bonusScore":' || coalesce("register"."bonus"::text, 'null') || ',"totalScore":' || coalesce("register"."total"::text, 'null') || ',"assessment":' || CASE WHEN "register_assessment"."id" IS NULL THEN 'null' ELSE '{"isCurrent":' || "register_assessment"."is_current"::text || '}' END || '}' AS "page_nodes"
      FROM (
        SELECT "register".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "register".*
          FROM "register"
          ORDER BY "register"."position"
          LIMIT $5::bigint + 1
        ) AS "register"
      ) AS "register"
      LEFT JOIN graph.branch AS "register_branch" ON "register_branch"."id" = "register"."branch_id"
      LEFT JOIN graph.assessment AS "register_assessment" ON "register_assessment"."id" = "register"."assessment_id"
    ) AS "page"
  ) AS "register"
