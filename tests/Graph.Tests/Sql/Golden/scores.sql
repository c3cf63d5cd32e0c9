SELECT
  (
    WITH "scores" AS (
      SELECT "scores".*
      FROM mart.score_value($1, $2, $3, $4, NULL::jsonb, NULL::timestamptz) AS "scores"
      WHERE "scores"."assessed" > $5
    )
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM "scores"
    ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
    FROM (
      SELECT
        "scores"."page_row",
        '{"key":{"section":' || coalesce(to_json("scores"."section")::text, 'null') || ',"item":' || coalesce(to_json("scores"."item_code")::text, 'null') || ',"committee":' || CASE WHEN "scores_committee"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("scores_committee"."name")::text || '}' END || '},"score":"' || "scores"."score_of" || '","periodFrom":"' || "scores"."period_from"::text || '","periodTo":"' || "scores"."period_to"::text || '","asOf":' || coalesce('"' || "scores"."as_of"::text || '"', 'null') || ',"assessed":' || "scores"."assessed"::text || ',"mean":' || "scores"."mean"::text || ',"standardDeviation":' || "scores"."standard_deviation"::text || ',"minimum":' || "scores"."minimum"::text || ',"firstQuartile":' || "scores"."first_quartile"::text || ',"median":' || "scores"."median"::text || ',"thirdQuartile":' || "scores"."third_quartile"::text || ',"maximum":' || "scores"."maximum"::text || ',"histogram":' || (
          SELECT '[' || coalesce(string_agg('{"score":' || "scores_histogram"."score"::text || ',"count":' || "scores_histogram"."count"::text || '}', ','), '') || ']'
          FROM (
            SELECT "scores_histogram".*
            FROM mart.score_bars("scores"."histogram") AS "scores_histogram"
            ORDER BY "scores_histogram"."position"
          ) AS "scores_histogram"
        ) || '}' AS "page_nodes"
      FROM (
        SELECT "scores".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "scores".*
          FROM "scores"
          ORDER BY "scores"."mean" DESC, "scores"."position"
          LIMIT $6
        ) AS "scores"
      ) AS "scores"
      LEFT JOIN graph.committee AS "scores_committee" ON "scores_committee"."id" = "scores"."committee_id"
    ) AS "page"
  ) AS "scores"
