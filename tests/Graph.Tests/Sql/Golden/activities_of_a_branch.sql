WITH "sent_page" AS MATERIALIZED (
  SELECT
    "branches"."page_row",
    "branches"."id" AS "sent_parent",
    '{"activities":' || (
      SELECT '{"totalCount":' || (
        SELECT count(*)::text
        FROM graph.activity AS "branches_activities"
        WHERE "branches_activities"."branch_id" = "branches"."id" AND "branches_activities"."year" = $1
      ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
      FROM (
        SELECT
          '{"kind":"' || "branches_activities"."kind" || '","heldOn":' || coalesce('"' || "branches_activities"."held_on"::text || '"', 'null') || ',"isCollective":' || "branches_activities"."is_collective"::text || ',"expectedCount":' || coalesce("branches_activities"."expected_count"::text, 'null') || ',"attendedCount":' || coalesce("branches_activities"."attended_count"::text, 'null') || '}' AS "page_nodes"
        FROM (
          SELECT "branches_activities".*
          FROM graph.activity AS "branches_activities"
          WHERE "branches_activities"."branch_id" = "branches"."id" AND "branches_activities"."year" = $1
          ORDER BY "branches_activities"."held_on" DESC, "branches_activities"."id" DESC
          LIMIT $2
        ) AS "branches_activities"
      ) AS "page"
    ) || ',"activityCompliance":' || E'\x01' || "branches"."page_row" || E'\x01' || ',"yearPlans":' || (
      SELECT '[' || coalesce(string_agg('{"year":' || "branches_yearPlans"."year"::text || ',"plannedOn":' || coalesce('"' || "branches_yearPlans"."planned_on"::text || '"', 'null') || ',"summarizedOn":' || coalesce('"' || "branches_yearPlans"."summarized_on"::text || '"', 'null') || '}', ','), '') || ']'
      FROM (
        SELECT "branches_yearPlans".*
        FROM graph.branch_year_plan AS "branches_yearPlans"
        WHERE "branches_yearPlans"."branch_id" = "branches"."id"
        ORDER BY "branches_yearPlans"."year" DESC
      ) AS "branches_yearPlans"
    ) || ',"assessmentEntries":' || (
      SELECT '[' || coalesce(string_agg('{"year":' || "branches_assessmentEntries"."year"::text || ',"stage":"' || "branches_assessmentEntries"."stage" || '"}', ','), '') || ']'
      FROM (
        SELECT "branches_assessmentEntries".*
        FROM graph.assessment_entry AS "branches_assessmentEntries"
        WHERE "branches_assessmentEntries"."branch_id" = "branches"."id"
        ORDER BY "branches_assessmentEntries"."year" DESC
      ) AS "branches_assessmentEntries"
    ) || '}' AS "page_nodes"
  FROM (
    SELECT "branches".*, row_number() OVER () AS "page_row"
    FROM (
      SELECT "branches".*
      FROM graph.branch AS "branches"
      WHERE EXISTS (
        SELECT
        FROM graph.activity AS "branches_activities"
        WHERE "branches_activities"."branch_id" = "branches"."id" AND "branches_activities"."kind" = $3 AND "branches_activities"."year" = $4
      )
      ORDER BY "branches"."name", "branches"."id"
      LIMIT $5
    ) AS "branches"
  ) AS "branches"
)
SELECT
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
    FROM "sent_page" AS "page"
  ) AS "branches",
  NULL::bigint AS "page_row", NULL::text AS "sent_1", NULL::text AS "sent_2", NULL::text AS "sent_3", NULL::text AS "sent_4", NULL::text AS "sent_5", NULL::text AS "sent_6", NULL::text AS "sent_7", NULL::text AS "sent_8"
UNION ALL
SELECT NULL, "sent_page"."page_row", "sent_rows".*
FROM (
  SELECT "page_row", "sent_parent" FROM "sent_page" ORDER BY "page_row"
) AS "sent_page"
CROSS JOIN LATERAL (
  SELECT "branches_activityCompliance"."year"::text AS "sent_1", "branches_activityCompliance"."collective_count"::text AS "sent_2", "branches_activityCompliance"."minimum"::text AS "sent_3", "branches_activityCompliance"."clause" AS "sent_4", "branches_activityCompliance"."is_met"::text AS "sent_5", "branches_activityCompliance"."appraisal_count"::text AS "sent_6", "branches_activityCompliance"."documented_count"::text AS "sent_7", "branches_activityCompliance"."held_count"::text AS "sent_8"
  FROM graph.activity_compliance AS "branches_activityCompliance"
  WHERE "branches_activityCompliance"."branch_id" = "sent_page"."sent_parent"
  ORDER BY "branches_activityCompliance"."year" DESC
) AS "sent_rows"
