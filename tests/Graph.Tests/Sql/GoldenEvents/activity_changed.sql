SELECT
  (
    SELECT '{"kind":"' || "activityChanged"."kind" || '","id":' || coalesce('"' || encode(('Activity:' || "activityChanged"."changed_key")::bytea, 'base64') || '"', 'null') || ',"activity":' || CASE WHEN "activityChanged_activity"."id" IS NULL THEN 'null' ELSE '{"title":' || to_json("activityChanged_activity"."title")::text || ',"branch":{"name":' || to_json("activityChanged_activity_branch"."name")::text || '}}' END || '}'
    FROM (SELECT $1::bigint AS "changed_key", $2::text AS "kind") AS "activityChanged"
    LEFT JOIN graph.activity AS "activityChanged_activity" ON "activityChanged_activity"."id" = "activityChanged"."changed_key"
    LEFT JOIN graph.branch AS "activityChanged_activity_branch" ON "activityChanged_activity_branch"."id" = "activityChanged_activity"."branch_id"
  ) AS "activityChanged"
