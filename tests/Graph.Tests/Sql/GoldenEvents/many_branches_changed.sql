SELECT
  (
    SELECT '{"kind":"' || "told"."kind" || '","id":' || coalesce('"' || encode(('Branch:' || "told"."branch_id")::bytea, 'base64') || '"', 'null') || ',"branch":' || CASE WHEN "told_branch"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("told_branch"."name")::text || ',"committee":' || CASE WHEN "told_branch_committee"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("told_branch_committee"."name")::text || '}' END || '}' END || '}'
    FROM (SELECT $1::bigint AS "branch_id", $2::text AS "kind") AS "told"
    LEFT JOIN graph.branch AS "told_branch" ON "told_branch"."id" = "told"."branch_id"
    LEFT JOIN graph.committee AS "told_branch_committee" ON "told_branch_committee"."id" = "told_branch"."committee_id"
  ) AS "told"
