SELECT
  (
    SELECT '{"__typename":"Branch","id":"' || encode(('Branch:' || "node"."id")::bytea, 'base64') || '","name":' || to_json("node"."name")::text || ',"society":' || CASE WHEN "node_society"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("node_society"."name")::text || '}' END || '}'
    FROM graph.branch AS "node"
    LEFT JOIN graph.branch_society AS "node_society_via1" ON "node_society_via1"."branch_id" = "node"."id" AND "node_society_via1"."is_lead"
    LEFT JOIN graph.society AS "node_society" ON "node_society"."id" = "node_society_via1"."society_id"
    WHERE "node"."id" = $1
  ) AS "node"
