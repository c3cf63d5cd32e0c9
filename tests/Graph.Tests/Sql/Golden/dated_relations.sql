SELECT
  (
    SELECT '{"nodes":' || '[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']' || '}'
    FROM (
      SELECT "branches"."page_row",
        '{"before":' || '"' || coalesce("branches_before@"."category", 'UNCLASSIFIED') || '"' || ',"then":' || '"' || coalesce("branches_then@"."category", 'UNCLASSIFIED') || '"' || ',"category":' || '"' || coalesce("branches_category"."category", 'UNCLASSIFIED') || '"' || ',"supportingUnit":' || CASE WHEN "branches_supportingUnit@"."id" IS NULL THEN 'null' ELSE '{"societies":' || (
        SELECT '{"totalCount":' || (
          SELECT count(*)::text
          FROM graph.society AS "branches_supportingUnit@_societies"
          JOIN graph.society_supporting_unit AS "branches_supportingUnit@_societies_via1" ON "branches_supportingUnit@_societies"."id" = "branches_supportingUnit@_societies_via1"."society_id"
          WHERE "branches_supportingUnit@_societies_via1"."supporting_unit_id" = "branches_supportingUnit@"."id" AND "branches_supportingUnit@_societies_via1"."valid_during" @> $1
        ) || '}'
      ) || '}' END || ',"statusHistory":' || (
        SELECT '[' || coalesce(string_agg('{"status":' || '"' || "branches_statusHistory"."status" || '"' || ',"validFrom":' || coalesce('"' || "branches_statusHistory"."valid_from"::text || '"', 'null') || ',"validTo":' || coalesce('"' || "branches_statusHistory"."valid_to"::text || '"', 'null') || '}', ',' ORDER BY "branches_statusHistory"."valid_from" DESC NULLS LAST), '') || ']'
        FROM graph.branch_status_history AS "branches_statusHistory"
        WHERE "branches_statusHistory"."branch_id" = "branches"."id"
      ) || '}' AS "page_nodes"
      FROM (
        SELECT "branches".*, row_number() OVER (ORDER BY "branches"."name", "branches"."id") AS "page_row"
        FROM graph.branch AS "branches"
        ORDER BY "branches"."name", "branches"."id"
        LIMIT $2
      ) AS "branches"
      LEFT JOIN graph.branch_category_period AS "branches_before@" ON "branches_before@"."branch_id" = "branches"."id" AND "branches_before@"."valid_during" @> $3
      LEFT JOIN graph.branch_category_period AS "branches_then@" ON "branches_then@"."branch_id" = "branches"."id" AND "branches_then@"."valid_during" @> $4
      LEFT JOIN graph.branch_category_period AS "branches_category" ON "branches_category"."branch_id" = "branches"."id" AND "branches_category"."valid_during" @> current_date
      LEFT JOIN graph.branch_society AS "branches_supportingUnit@_via1" ON "branches_supportingUnit@_via1"."branch_id" = "branches"."id" AND "branches_supportingUnit@_via1"."is_lead"
      LEFT JOIN graph.society_supporting_unit AS "branches_supportingUnit@_via2" ON "branches_supportingUnit@_via2"."society_id" = "branches_supportingUnit@_via1"."society_id" AND "branches_supportingUnit@_via2"."valid_during" @> $5 AND "branches_supportingUnit@_via2"."is_lead"
      LEFT JOIN graph.supporting_unit AS "branches_supportingUnit@" ON "branches_supportingUnit@"."id" = "branches_supportingUnit@_via2"."supporting_unit_id"
    ) AS "page"
  ) AS "branches"
