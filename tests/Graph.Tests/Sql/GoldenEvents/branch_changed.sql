SELECT
  (
    SELECT '{"__typename":"BranchChange","kind":"' || "branchChanged"."kind" || '","id":' || coalesce('"' || encode(('Branch:' || "branchChanged"."branch_id")::bytea, 'base64') || '"', 'null') || ',"branch":' || CASE WHEN "branchChanged_branch"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("branchChanged_branch"."name")::text || ',"category":"' || coalesce("branchChanged_branch_category"."category", 'UNCLASSIFIED') || '","society":' || CASE WHEN "branchChanged_branch_society"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("branchChanged_branch_society"."name")::text || '}' END || ',"categoryHistory":' || (
      SELECT '[' || coalesce(string_agg('{"category":"' || "branchChanged_branch_categoryHistory"."category" || '","validFrom":' || coalesce('"' || "branchChanged_branch_categoryHistory"."valid_from"::text || '"', 'null') || '}', ','), '') || ']'
      FROM (
        SELECT "branchChanged_branch_categoryHistory".*
        FROM graph.branch_category_period AS "branchChanged_branch_categoryHistory"
        WHERE "branchChanged_branch_categoryHistory"."branch_id" = "branchChanged_branch"."id"
        ORDER BY "branchChanged_branch_categoryHistory"."valid_from" DESC NULLS LAST
      ) AS "branchChanged_branch_categoryHistory"
    ) || '}' END || '}'
    FROM (SELECT $1::bigint AS "branch_id", $2::text AS "kind") AS "branchChanged"
    LEFT JOIN graph.branch AS "branchChanged_branch" ON "branchChanged_branch"."id" = "branchChanged"."branch_id"
    LEFT JOIN graph.branch_category_period AS "branchChanged_branch_category" ON "branchChanged_branch_category"."branch_id" = "branchChanged_branch"."id" AND ("branchChanged_branch_category"."valid_during" @> graph.today()) IS TRUE
    LEFT JOIN graph.branch_society AS "branchChanged_branch_society_via1" ON "branchChanged_branch_society_via1"."branch_id" = "branchChanged_branch"."id" AND "branchChanged_branch_society_via1"."is_lead"
    LEFT JOIN graph.society AS "branchChanged_branch_society" ON "branchChanged_branch_society"."id" = "branchChanged_branch_society_via1"."society_id"
  ) AS "branchChanged"
