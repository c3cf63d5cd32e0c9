SELECT
  (
    SELECT '{"kind":"' || "dutiesChanged"."kind" || '","committee":' || CASE WHEN "dutiesChanged_committee"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("dutiesChanged_committee"."name")::text || ',"duties":' || (
      SELECT '{"totalCount":' || (
        SELECT count(*)::text
        FROM graph.duty_state AS "dutiesChanged_committee_duties"
        WHERE "dutiesChanged_committee_duties"."committee_id" = "dutiesChanged_committee"."id" AND "dutiesChanged_committee_duties"."state" = $1
      ) || '}'
    ) || '}' END || '}'
    FROM (SELECT $2::bigint AS "changed_key", $3::text AS "kind") AS "dutiesChanged"
    LEFT JOIN graph.committee AS "dutiesChanged_committee" ON "dutiesChanged_committee"."id" = "dutiesChanged"."changed_key"
  ) AS "dutiesChanged"
