SELECT
  (
    SELECT '{"totalCount":' || (
      SELECT count(*)::text
      FROM graph.branch AS "branches"
      LEFT JOIN graph.branch_category_period AS "branches_category" ON "branches_category"."branch_id" = "branches"."id" AND ("branches_category"."valid_during" @> graph.today()) IS TRUE
      WHERE coalesce("branches_category"."category", 'UNCLASSIFIED') = $1
    ) || ',"nodes":[' || coalesce(string_agg("page"."page_nodes", ',' ORDER BY "page"."page_row"), '') || ']}'
    FROM (
      SELECT
        "branches"."page_row",
        '{"name":' || to_json("branches"."name")::text || ',"category":"' || coalesce("branches_category"."category", 'UNCLASSIFIED') || '","status":"' || "branches"."status" || '","statusSince":' || coalesce('"' || "branches"."status_since"::text || '"', 'null') || ',"form":"' || "branches"."form" || '","society":' || CASE WHEN "branches_society"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("branches_society"."name")::text || ',"kind":' || coalesce('"' || "branches_society"."kind" || '"', 'null') || ',"level":"' || "branches_society"."level" || '","discipline":' || CASE WHEN "branches_society_discipline"."code" IS NULL THEN 'null' ELSE '{"name":' || to_json("branches_society_discipline"."name")::text || '}' END || '}' END || ',"committee":' || CASE WHEN "branches_committee"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("branches_committee"."name")::text || ',"region":{"code":' || to_json("branches_committee_region"."code")::text || ',"name":' || to_json("branches_committee_region"."name")::text || '}}' END || ',"supportingUnit":' || CASE WHEN "branches_supportingUnit"."id" IS NULL THEN 'null' ELSE '{"name":' || to_json("branches_supportingUnit"."name")::text || '}' END || '}' AS "page_nodes"
      FROM (
        SELECT "branches".*, row_number() OVER () AS "page_row"
        FROM (
          SELECT "branches".*
          FROM graph.branch AS "branches"
          LEFT JOIN graph.branch_category_period AS "branches_category" ON "branches_category"."branch_id" = "branches"."id" AND ("branches_category"."valid_during" @> graph.today()) IS TRUE
          WHERE coalesce("branches_category"."category", 'UNCLASSIFIED') = $1
          ORDER BY "branches"."name", "branches"."id"
          LIMIT $2
        ) AS "branches"
      ) AS "branches"
      LEFT JOIN graph.branch_category_period AS "branches_category" ON "branches_category"."branch_id" = "branches"."id" AND ("branches_category"."valid_during" @> graph.today()) IS TRUE
      LEFT JOIN graph.branch_society AS "branches_society_via1" ON "branches_society_via1"."branch_id" = "branches"."id" AND "branches_society_via1"."is_lead"
      LEFT JOIN graph.society AS "branches_society" ON "branches_society"."id" = "branches_society_via1"."society_id"
      LEFT JOIN graph.discipline AS "branches_society_discipline" ON "branches_society_discipline"."code" = "branches_society"."discipline_code"
      LEFT JOIN graph.committee AS "branches_committee" ON "branches_committee"."id" = "branches"."committee_id"
      LEFT JOIN graph.region AS "branches_committee_region" ON "branches_committee_region"."code" = "branches_committee"."region_code"
      LEFT JOIN graph.society_supporting_unit AS "branches_supportingUnit_via2" ON "branches_supportingUnit_via2"."society_id" = "branches_society_via1"."society_id" AND ("branches_supportingUnit_via2"."valid_during" @> graph.today()) IS TRUE AND "branches_supportingUnit_via2"."is_lead"
      LEFT JOIN graph.supporting_unit AS "branches_supportingUnit" ON "branches_supportingUnit"."id" = "branches_supportingUnit_via2"."supporting_unit_id"
    ) AS "page"
  ) AS "branches"
