WITH "sent_page" AS MATERIALIZED (
  SELECT
    "branches"."page_row",
    "branches"."id" AS "sent_parent",
    '{"category":"' || coalesce("branches_category"."category", 'UNCLASSIFIED') || '","derivedCategory":' || CASE WHEN "branches_derivedCategory"."branch_id" IS NULL THEN 'null' ELSE '{"category":"' || "branches_derivedCategory"."category" || '","reasonCode":"' || "branches_derivedCategory"."reason_code" || '","reason":' || to_json(CASE $1 WHEN 'zh' THEN "branches_derivedCategory"."reason_zh" ELSE "branches_derivedCategory"."reason" END)::text || ',"clause":' || to_json("branches_derivedCategory"."clause")::text || ',"memberCount":' || "branches_derivedCategory"."member_count"::text || '}' END || ',"permissions":' || E'\x01' || "branches"."page_row" || E'\x01' || ',"upgradePath":' || (
      SELECT '[' || coalesce(string_agg('{"condition":"' || "branches_upgradePath"."condition" || '","lackingCount":' || "branches_upgradePath"."lacking_count"::text || ',"clause":' || to_json("branches_upgradePath"."clause")::text || '}', ','), '') || ']'
      FROM (
        SELECT "branches_upgradePath".*
        FROM graph.branch_upgrade_condition AS "branches_upgradePath"
        WHERE "branches_upgradePath"."branch_id" = "branches"."id"
        ORDER BY "branches_upgradePath"."position"
      ) AS "branches_upgradePath"
    ) || ',"reclassifications":' || (
      SELECT '[' || coalesce(string_agg('{"fromCategory":"' || "branches_reclassifications"."from_category" || '","toCategory":"' || "branches_reclassifications"."to_category" || '","state":"' || "branches_reclassifications"."state" || '","effectiveOn":' || coalesce('"' || "branches_reclassifications"."effective_on"::text || '"', 'null') || '}', ','), '') || ']'
      FROM (
        SELECT "branches_reclassifications".*
        FROM graph.reclassification AS "branches_reclassifications"
        WHERE "branches_reclassifications"."branch_id" = "branches"."id"
        ORDER BY "branches_reclassifications"."id" DESC
      ) AS "branches_reclassifications"
    ) || '}' AS "page_nodes"
  FROM (
    SELECT "branches".*, row_number() OVER () AS "page_row"
    FROM (
      SELECT "branches".*
      FROM graph.branch AS "branches"
      WHERE "branches"."status" = $2
      ORDER BY "branches"."id"
      LIMIT $3
    ) AS "branches"
  ) AS "branches"
  LEFT JOIN graph.branch_category_period AS "branches_category" ON "branches_category"."branch_id" = "branches"."id" AND ("branches_category"."valid_during" @> graph.today()) IS TRUE
  LEFT JOIN graph.branch_derived_category AS "branches_derivedCategory" ON "branches_derivedCategory"."branch_id" = "branches"."id"
)
SELECT
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
    FROM "sent_page" AS "page"
  ) AS "branches",
  NULL::bigint AS "page_row", NULL::text AS "sent_1", NULL::text AS "sent_2", NULL::text AS "sent_3"
UNION ALL
SELECT NULL, "sent_page"."page_row", "sent_rows".*
FROM (
  SELECT "page_row", "sent_parent" FROM "sent_page" ORDER BY "page_row"
) AS "sent_page"
CROSS JOIN LATERAL (
  SELECT "branches_permissions"."permission" AS "sent_1", "branches_permissions"."is_allowed"::text AS "sent_2", "branches_permissions"."clause" AS "sent_3"
  FROM graph.branch_permission AS "branches_permissions"
  WHERE "branches_permissions"."branch_id" = "sent_page"."sent_parent"
  ORDER BY "branches_permissions"."permission"
) AS "sent_rows"
