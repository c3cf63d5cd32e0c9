SELECT
  (
    SELECT '{"nodes":[' || coalesce(string_agg("page"."page_nodes", ','), '') || ']}'
    FROM (
      SELECT
        '{"name":' || to_json("byNull"."name")::text || '}' AS "page_nodes"
      FROM (
        SELECT "byNull".*
        FROM graph.committee AS "byNull"
        WHERE NOT EXISTS (
          SELECT
          FROM graph.committee AS "byNull_parent"
          JOIN graph.committee_parent AS "byNull_parent_via1" ON "byNull_parent"."id" = "byNull_parent_via1"."parent_id"
          WHERE "byNull_parent_via1"."committee_id" = "byNull"."id" AND ("byNull_parent_via1"."valid_during" @> graph.today()) IS TRUE
        )
        ORDER BY "byNull"."id"
        LIMIT $1
      ) AS "byNull"
    ) AS "page"
  ) AS "byNull",
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.committee AS "byIdentity"
      WHERE NOT EXISTS (
        SELECT
        FROM graph.committee AS "byIdentity_parent"
        JOIN graph.committee_parent AS "byIdentity_parent_via1" ON "byIdentity_parent"."id" = "byIdentity_parent_via1"."parent_id"
        WHERE "byIdentity_parent_via1"."committee_id" = "byIdentity"."id" AND ("byIdentity_parent_via1"."valid_during" @> graph.today()) IS TRUE
      )
    ) || '}'
  ) AS "byIdentity",
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.committee AS "either"
      WHERE (NOT EXISTS (
        SELECT
        FROM graph.committee AS "either_parent"
        JOIN graph.committee_parent AS "either_parent_via1" ON "either_parent"."id" = "either_parent_via1"."parent_id"
        WHERE "either_parent_via1"."committee_id" = "either"."id" AND ("either_parent_via1"."valid_during" @> graph.today()) IS TRUE
      ) OR EXISTS (
        SELECT
        FROM graph.committee AS "either_parent"
        JOIN graph.committee_parent AS "either_parent_via1" ON "either_parent"."id" = "either_parent_via1"."parent_id"
        WHERE "either_parent_via1"."committee_id" = "either"."id" AND ("either_parent_via1"."valid_during" @> graph.today()) IS TRUE AND ("either_parent"."id" IS NULL OR (graph.text_grams("either_parent"."name") @> $2 AND "either_parent"."name" LIKE $3))
      ))
    ) || '}'
  ) AS "either",
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.branch AS "unassessed"
      WHERE NOT EXISTS (
        SELECT
        FROM graph.branch_latest_assessment AS "unassessed_latestAssessment"
        WHERE "unassessed_latestAssessment"."branch_id" = "unassessed"."id" AND "unassessed_latestAssessment"."is_current"
      )
    ) || '}'
  ) AS "unassessed",
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.branch AS "assessed"
      WHERE (NOT EXISTS (
        SELECT
        FROM graph.branch_latest_assessment AS "assessed_latestAssessment"
        WHERE "assessed_latestAssessment"."branch_id" = "assessed"."id" AND "assessed_latestAssessment"."is_current"
      )) IS NOT TRUE
    ) || '}'
  ) AS "assessed",
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.branch AS "sinceEver"
      WHERE "sinceEver"."status_since" IS NULL
    ) || '}'
  ) AS "sinceEver",
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.branch AS "anyName"
      WHERE EXISTS (
        SELECT
        FROM graph.society AS "anyName_society"
        JOIN graph.branch_society AS "anyName_society_via1" ON "anyName_society"."id" = "anyName_society_via1"."society_id"
        WHERE "anyName_society_via1"."branch_id" = "anyName"."id" AND "anyName_society_via1"."is_lead"
      )
    ) || '}'
  ) AS "anyName"
