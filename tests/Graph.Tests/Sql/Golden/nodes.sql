SELECT
  (
    SELECT '[' || coalesce(string_agg(coalesce((
      SELECT '{"__typename":"Branch","id":"' || encode(('Branch:' || "nodes_Branch"."id")::bytea, 'base64') || '","name":' || to_json("nodes_Branch"."name")::text || ',"society":' || CASE WHEN "nodes_Branch_society"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("nodes_Branch_society"."name")::text || '}' END || '}'
      FROM graph.branch AS "nodes_Branch"
      LEFT JOIN graph.branch_society AS "nodes_Branch_society_via1" ON "nodes_Branch_society_via1"."branch_id" = "nodes_Branch"."id" AND "nodes_Branch_society_via1"."is_lead"
      LEFT JOIN graph.society AS "nodes_Branch_society" ON "nodes_Branch_society"."id" = "nodes_Branch_society_via1"."society_id"
      WHERE "nodes_Branch"."id" = "nodes"."Branch"
    ), (
      SELECT '{"__typename":"Society","id":"' || encode(('Society:' || "nodes_Society"."id")::bytea, 'base64') || '","name":' || to_json("nodes_Society"."name")::text || '}'
      FROM graph.society AS "nodes_Society"
      WHERE "nodes_Society"."id" = "nodes"."Society"
    ), 'null'), ','), '') || ']'
    FROM (
      SELECT "nodes".*
      FROM unnest($1::bigint[], $2::bigint[]) WITH ORDINALITY AS "nodes" ("Branch", "Society", "position")
      ORDER BY "nodes"."position"
    ) AS "nodes"
  ) AS "nodes"
