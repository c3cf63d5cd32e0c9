SELECT
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.branch AS "branches"
      WHERE EXISTS (
        SELECT
        FROM graph.branch_latest_assessment AS "branches_latestAssessment"
        WHERE "branches_latestAssessment"."branch_id" = "branches"."id" AND "branches_latestAssessment"."grade" = $1
      )
    ) || ',"nodes":' || '[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']' || '}'
    FROM (
      SELECT "branches"."page_row",
        '{"name":' || to_json("branches"."name")::text || ',"latestAssessment":' || CASE WHEN "branches_latestAssessment"."id" IS NULL THEN 'null' ELSE '{"year":' || "branches_latestAssessment"."year"::text || ',"totalScore":' || "branches_latestAssessment"."total_score"::text || ',"grade":' || '"' || "branches_latestAssessment"."grade" || '"' || ',"items":' || (
        SELECT '[' || coalesce(string_agg('{"itemCode":' || to_json("branches_latestAssessment_items"."item_code")::text || ',"section":' || '"' || "branches_latestAssessment_items"."section" || '"' || ',"score":' || "branches_latestAssessment_items"."score"::text || ',"maximum":' || "branches_latestAssessment_items"."maximum"::text || '}', ',' ORDER BY "branches_latestAssessment_items"."item_code"), '') || ']'
        FROM graph.assessment_item_score AS "branches_latestAssessment_items"
        WHERE "branches_latestAssessment_items"."assessment_id" = "branches_latestAssessment"."id"
      ) || '}' END || ',"assessments":' || (
        SELECT '{"nodes":' || '[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']' || '}'
        FROM (
          SELECT "branches_assessments"."page_row",
            '{"year":' || "branches_assessments"."year"::text || ',"fixedScore":' || "branches_assessments"."fixed_score"::text || ',"bonusScore":' || "branches_assessments"."bonus_score"::text || '}' AS "page_nodes"
          FROM (
            SELECT "branches_assessments".*, row_number() OVER (ORDER BY "branches_assessments"."year" DESC, "branches_assessments"."id" DESC) AS "page_row"
            FROM graph.assessment AS "branches_assessments"
            WHERE "branches_assessments"."branch_id" = "branches"."id"
            ORDER BY "branches_assessments"."year" DESC, "branches_assessments"."id" DESC
            LIMIT $2
          ) AS "branches_assessments"
        ) AS "page"
      ) || '}' AS "page_nodes"
      FROM (
        SELECT "branches".*, row_number() OVER (ORDER BY "branches_latestAssessment"."total_score" DESC, "branches"."id" DESC) AS "page_row"
        FROM graph.branch AS "branches"
        LEFT JOIN graph.branch_latest_assessment AS "branches_latestAssessment" ON "branches_latestAssessment"."branch_id" = "branches"."id"
        WHERE EXISTS (
          SELECT
          FROM graph.branch_latest_assessment AS "branches_latestAssessment"
          WHERE "branches_latestAssessment"."branch_id" = "branches"."id" AND "branches_latestAssessment"."grade" = $1
        )
        ORDER BY "branches_latestAssessment"."total_score" DESC, "branches"."id" DESC
        LIMIT $3
      ) AS "branches"
      LEFT JOIN graph.branch_latest_assessment AS "branches_latestAssessment" ON "branches_latestAssessment"."branch_id" = "branches"."id"
    ) AS "page"
  ) AS "branches"
