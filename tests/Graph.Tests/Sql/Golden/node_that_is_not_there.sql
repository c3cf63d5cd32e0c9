SELECT
  coalesce((
    SELECT '{"__typename":"Assessment","id":' || '"' || encode(convert_to('Assessment:' || "node_Assessment"."id", 'UTF8'), 'base64') || '"' || '}'
    FROM graph.assessment AS "node_Assessment"
    WHERE "node_Assessment"."id" = $1
  ), (
    SELECT '{"__typename":"Branch","id":' || '"' || encode(convert_to('Branch:' || "node_Branch"."id", 'UTF8'), 'base64') || '"' || ',"name":' || to_json("node_Branch"."name")::text || ',"society":' || CASE WHEN "node_Branch_society"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("node_Branch_society"."name")::text || '}' END || '}'
    FROM graph.branch AS "node_Branch"
    LEFT JOIN graph.branch_society AS "node_Branch_society_via1" ON "node_Branch_society_via1"."branch_id" = "node_Branch"."id" AND "node_Branch_society_via1"."is_lead"
    LEFT JOIN graph.society AS "node_Branch_society" ON "node_Branch_society"."id" = "node_Branch_society_via1"."society_id"
    WHERE "node_Branch"."id" = $2
  ), (
    SELECT '{"__typename":"Committee","id":' || '"' || encode(convert_to('Committee:' || "node_Committee"."id", 'UTF8'), 'base64') || '"' || ',"name":' || to_json("node_Committee"."name")::text || ',"branches":' || (
      SELECT '{"totalCount":' || (
        SELECT count(*)::text
        FROM graph.branch AS "node_Committee_branches"
        WHERE "node_Committee_branches"."committee_id" = "node_Committee"."id"
      ) || '}'
    ) || '}'
    FROM graph.committee AS "node_Committee"
    WHERE "node_Committee"."id" = $3
  ), (
    SELECT '{"__typename":"Roster","id":' || '"' || encode(convert_to('Roster:' || "node_Roster"."id", 'UTF8'), 'base64') || '"' || '}'
    FROM graph.roster AS "node_Roster"
    WHERE "node_Roster"."id" = $4
  ), (
    SELECT '{"__typename":"Society","id":' || '"' || encode(convert_to('Society:' || "node_Society"."id", 'UTF8'), 'base64') || '"' || '}'
    FROM graph.society AS "node_Society"
    WHERE "node_Society"."id" = $5
  ), (
    SELECT '{"__typename":"SupportingUnit","id":' || '"' || encode(convert_to('SupportingUnit:' || "node_SupportingUnit"."id", 'UTF8'), 'base64') || '"' || '}'
    FROM graph.supporting_unit AS "node_SupportingUnit"
    WHERE "node_SupportingUnit"."id" = $6
  )) AS "node"
