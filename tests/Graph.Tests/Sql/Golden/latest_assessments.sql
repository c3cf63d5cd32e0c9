WITH "sent_page" AS MATERIALIZED (
  SELECT
    "branches"."page_row",
    "branches_latestAssessment"."id" AS "sent_parent",
    '{"name":' || to_json("branches"."name")::text || ',"latestAssessment":' || CASE WHEN "branches_latestAssessment"."id" IS NULL THEN 'null' ELSE '{"year":' || "branches_latestAssessment"."year"::text || ',"totalScore":' || "branches_latestAssessment"."total_score"::text || ',"grade":"' || "branches_latestAssessment"."grade" || '","items":' || E'\x01' || "branches"."page_row" || E'\x01' || '}' END || ',"assessments":' || (
      SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
      FROM (
        SELECT
          '{"year":' || "branches_assessments"."year"::text || ',"fixedScore":' || "branches_assessments"."fixed_score"::text || ',"bonusScore":' || "branches_assessments"."bonus_score"::text || '}' AS "page_nodes"
        FROM (
          SELECT "branches_assessments".*
          FROM graph.assessment AS "branches_assessments"
          WHERE "branches_assessments"."branch_id" = "branches"."id" AND "branches_assessments"."is_current"
          ORDER BY "branches_assessments"."year" DESC, "branches_assessments"."id" DESC
          LIMIT $1
        ) AS "branches_assessments"
      ) AS "page"
    ) || '}' AS "page_nodes"
  FROM (
    SELECT "branches".*, row_number() OVER () AS "page_row"
    FROM (
      SELECT "branches".*
      FROM graph.branch AS "branches"
      LEFT JOIN LATERAL (
        SELECT *
        FROM graph.assessment AS "branches_latestAssessment"
        WHERE "branches_latestAssessment"."branch_id" = "branches"."id" AND "branches_latestAssessment"."is_current"
        ORDER BY "branches_latestAssessment"."year" DESC
        LIMIT 1
      ) AS "branches_latestAssessment" ON true
      WHERE EXISTS (
        SELECT
        FROM graph.branch_latest_assessment AS "branches_latestAssessment"
        WHERE "branches_latestAssessment"."branch_id" = "branches"."id" AND "branches_latestAssessment"."is_current" AND "branches_latestAssessment"."grade" = $2
      )
      ORDER BY "branches_latestAssessment"."total_score" DESC, "branches"."id" DESC
      LIMIT $3
    ) AS "branches"
  ) AS "branches"
  LEFT JOIN LATERAL (
    SELECT *
    FROM graph.assessment AS "branches_latestAssessment"
    WHERE "branches_latestAssessment"."branch_id" = "branches"."id" AND "branches_latestAssessment"."is_current"
    ORDER BY "branches_latestAssessment"."year" DESC
    LIMIT 1
  ) AS "branches_latestAssessment" ON true
)
SELECT
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.branch AS "branches"
      WHERE EXISTS (
        SELECT
        FROM graph.branch_latest_assessment AS "branches_latestAssessment"
        WHERE "branches_latestAssessment"."branch_id" = "branches"."id" AND "branches_latestAssessment"."is_current" AND "branches_latestAssessment"."grade" = $2
      )
    ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
    FROM "sent_page" AS "page"
  ) AS "branches",
  NULL::bigint AS "page_row", NULL::text AS "sent_1", NULL::text AS "sent_2", NULL::text AS "sent_3", NULL::text AS "sent_4"
UNION ALL
SELECT NULL, "sent_page"."page_row", "sent_rows".*
FROM (
  SELECT "page_row", "sent_parent" FROM "sent_page" ORDER BY "page_row"
) AS "sent_page"
CROSS JOIN LATERAL (
  SELECT "branches_latestAssessment_items"."item_code" AS "sent_1", "branches_latestAssessment_items"."usual_section" AS "sent_2", "branches_latestAssessment_items"."score"::text AS "sent_3", "branches_latestAssessment_items"."maximum"::text AS "sent_4"
  FROM graph.assessment_item_score AS "branches_latestAssessment_items"
  WHERE "branches_latestAssessment_items"."assessment_id" = "sent_page"."sent_parent"
  ORDER BY "branches_latestAssessment_items"."item_code"
) AS "sent_rows"
