WITH "sent_page" AS MATERIALIZED (
  SELECT
    "branches"."page_row",
    "branches"."id" AS "sent_parent",
    '{"before":"' || coalesce("branches_before@"."category", 'UNCLASSIFIED') || '","then":"' || coalesce("branches_then@"."category", 'UNCLASSIFIED') || '","category":"' || coalesce("branches_category"."category", 'UNCLASSIFIED') || '","supportingUnit":' || CASE WHEN "branches_supportingUnit@"."id" IS NULL THEN 'null' ELSE '{"societies":' || (
      SELECT '{"totalCount":' || (
        SELECT count(*)::text
        FROM graph.society AS "branches_supportingUnit@_societies"
        JOIN graph.society_supporting_unit AS "branches_supportingUnit@_societies_via1" ON "branches_supportingUnit@_societies"."id" = "branches_supportingUnit@_societies_via1"."society_id"
        WHERE "branches_supportingUnit@_societies_via1"."supporting_unit_id" = "branches_supportingUnit@"."id" AND ("branches_supportingUnit@_societies_via1"."valid_during" @> $1) IS TRUE
      ) || '}'
    ) || '}' END || ',"statusHistory":' || E'\x01' || "branches"."page_row" || E'\x01' || '}' AS "page_nodes"
  FROM (
    SELECT "branches".*, row_number() OVER () AS "page_row"
    FROM (
      SELECT "branches".*
      FROM graph.branch AS "branches"
      LEFT JOIN graph.branch_category_period AS "branches_category" ON "branches_category"."branch_id" = "branches"."id" AND ("branches_category"."valid_during" @> graph.today()) IS TRUE
      WHERE coalesce("branches_category"."category", 'UNCLASSIFIED') = $2
      ORDER BY "branches"."name", "branches"."id"
      LIMIT $3
    ) AS "branches"
  ) AS "branches"
  LEFT JOIN graph.branch_category_period AS "branches_before@" ON "branches_before@"."branch_id" = "branches"."id" AND ("branches_before@"."valid_during" @> $4) IS TRUE
  LEFT JOIN graph.branch_category_period AS "branches_then@" ON "branches_then@"."branch_id" = "branches"."id" AND ("branches_then@"."valid_during" @> $5) IS TRUE
  LEFT JOIN graph.branch_category_period AS "branches_category" ON "branches_category"."branch_id" = "branches"."id" AND ("branches_category"."valid_during" @> graph.today()) IS TRUE
  LEFT JOIN graph.branch_society AS "branches_supportingUnit@_via1" ON "branches_supportingUnit@_via1"."branch_id" = "branches"."id" AND "branches_supportingUnit@_via1"."is_lead"
  LEFT JOIN graph.society_supporting_unit AS "branches_supportingUnit@_via2" ON "branches_supportingUnit@_via2"."society_id" = "branches_supportingUnit@_via1"."society_id" AND ("branches_supportingUnit@_via2"."valid_during" @> $6) IS TRUE AND "branches_supportingUnit@_via2"."is_lead"
  LEFT JOIN graph.supporting_unit AS "branches_supportingUnit@" ON "branches_supportingUnit@"."id" = "branches_supportingUnit@_via2"."supporting_unit_id"
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
  SELECT "branches_statusHistory"."status" AS "sent_1", coalesce('"' || "branches_statusHistory"."valid_from"::text || '"', 'null') AS "sent_2", coalesce('"' || "branches_statusHistory"."valid_to"::text || '"', 'null') AS "sent_3"
  FROM graph.branch_status_history AS "branches_statusHistory"
  WHERE "branches_statusHistory"."branch_id" = "sent_page"."sent_parent"
  ORDER BY "branches_statusHistory"."valid_from" DESC NULLS LAST
) AS "sent_rows"
